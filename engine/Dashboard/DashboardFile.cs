using System.Reflection;
using Microsoft.Net.Http.Headers;

namespace BotPhone.Dashboard;

/// <summary>A file of the page, as it was built into the server.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Type">Its media type.</param>
/// <param name="IsCompressed">Whether the bytes are Brotli's.</param>
internal sealed record DashboardFile(Stream Content, string Type, bool IsCompressed)
{
    private static readonly Assembly Server = typeof(DashboardFile).Assembly;

    /// <summary>Of the build: the same server sends the same page.</summary>
    public EntityTagHeaderValue Tag => new($"\"{Server.ManifestModule.ModuleVersionId:n}{(IsCompressed ? "-br" : "")}\"");

    /// <param name="name">Its path in the built page, such as <c>index.html</c>.</param>
    /// <param name="canBeCompressed">Whether the client understands Brotli.</param>
    /// <returns><see langword="null"/>: there is no such file.</returns>
    public static DashboardFile? Find(string name, bool canBeCompressed)
    {
        if (TypeOf(name) is not { } type) return null;
        if (canBeCompressed && Open(name + ".br") is { } compressed) return new(compressed, type, IsCompressed: true);
        return Open(name) is { } plain ? new(plain, type, IsCompressed: false) : null;
    }

    private static Stream? Open(string name) => Server.GetManifestResourceStream($"dashboard/{name}");

    private static string? TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" or ".mjs" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".wasm" => "application/wasm",
        _ => null,
    };
}
