using System.Net;

namespace BotPhone.Documents.Stores;

/// <summary>An S3 server answered, but not with what was asked for.</summary>
/// <param name="code">S3's own word for it, where the server gave one.</param>
internal sealed class S3RefusalException(HttpStatusCode status, string? code) : Exception($"{(int)status} {code}")
{
    public HttpStatusCode Status => status;

    public string? Code => code;
}
