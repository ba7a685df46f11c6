using System.Text.RegularExpressions;
using BotPhone.Hosting;
using Microsoft.Extensions.Options;

namespace BotPhone.Documents.Stores;

/// <summary>The section <c>Minio</c>: a store that speaks S3, of whatever make.</summary>
internal sealed class MinioOptions
{
    public const string Section = "Minio";

    /// <summary>Host, with the port where it is not the usual one: <c>s3.example.com:9000</c>.</summary>
    public string Endpoint { get; set; } = "";

    public string AccessKey { get; set; } = "";

    public string SecretKey { get; set; } = "";

    /// <summary>Made when it is missing.</summary>
    public string Bucket { get; set; } = "";

    /// <summary>Whether the store is spoken to over TLS.</summary>
    public bool Secure { get; set; } = true;

    /// <summary>How long one request may take; a large file is sent in several.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);
}

/// <param name="configuration">Says whether the section is used at all.</param>
internal sealed partial class MinioOptionsValidator(IConfiguration configuration) : IValidateOptions<MinioOptions>
{
    public ValidateOptionsResult Validate(string? name, MinioOptions options) => configuration[$"{ArtifactsOptions.Section}:{nameof(ArtifactsOptions.Provider)}"] != ArtifactsOptions.S3
        ? ValidateOptionsResult.Skip
        : new OptionRules(MinioOptions.Section)
            .Require(IsHost(options.Endpoint), nameof(options.Endpoint), "deve ser o nome do servidor, com a porta se preciso e sem 'http://', por exemplo s3.exemplo.com:9000")
            .Require(options.AccessKey.Length > 0, nameof(options.AccessKey), "falta")
            .Require(options.SecretKey.Length > 0, nameof(options.SecretKey), "falta")
            .Require(BucketName().IsMatch(options.Bucket), nameof(options.Bucket), "deve ter de 3 a 63 letras minúsculas, algarismos, hífens ou pontos")
            .Between(nameof(options.Timeout), options.Timeout, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1))
            .Result;

    private static bool IsHost(string endpoint) =>
        Uri.TryCreate($"http://{endpoint}", UriKind.Absolute, out var address) && address is { PathAndQuery: "/", Fragment: "", UserInfo: "" } && !endpoint.EndsWith('/');

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")]
    private static partial Regex BucketName();
}
