using System.Net;
using BotPhone.Jobs;
using Minio.Exceptions;

namespace BotPhone.Documents.Stores;

/// <summary>Says in Portuguese what an S3 server, or the way to it, did not do.</summary>
internal static class S3Faults
{
    public const string NoBucket = "NoSuchBucket";

    public static DocumentStoreException Of(Exception exception, MinioOptions options) => exception switch
    {
        OperationCanceledException => new($"o armazenamento não respondeu em {options.Timeout:c}", exception),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new("o armazenamento não aceita TLS, ou o seu certificado não vale (Minio:Secure)", exception),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new("o armazenamento não foi encontrado na rede", exception),
        HttpRequestException or IOException => new("o armazenamento não responde", exception),
        S3RefusalException refusal => Refused(refusal.Code ?? $"{(int)refusal.Status}", exception, options),
        AuthorizationException or AccessDeniedException or ForbiddenException => Refused(CodeOf(exception) ?? "AccessDenied", exception, options),
        _ => Refused(CodeOf(exception) ?? exception.GetType().Name, exception, options),
    };

    private static DocumentStoreException Refused(string code, Exception exception, MinioOptions options) => code switch
    {
        "InvalidAccessKeyId" => new("o armazenamento não conhece a chave de acesso (Minio:AccessKey)", exception, "Minio:AccessKey"),
        "SignatureDoesNotMatch" => new("o armazenamento recusa as chaves (Minio:AccessKey e Minio:SecretKey)", exception, "Minio:SecretKey"),
        "AccessDenied" or "403" => new($"as chaves não dão direito ao bucket '{options.Bucket}' (Minio:Bucket)", exception, "Minio:Bucket"),
        "RequestTimeTooSkewed" => new("o relógio deste servidor e o do armazenamento diferem demais", exception),
        NoBucket => new($"o bucket '{options.Bucket}' não existe", exception),
        _ => new($"o armazenamento recusou o pedido ({code})", exception),
    };

    private static string? CodeOf(Exception exception) => (exception as MinioException)?.Response?.Code is { Length: > 0 } code ? code : null;
}
