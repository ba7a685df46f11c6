using System.Net;
using System.Text;

namespace BotPhone.Sdk.Testing;

/// <summary>What a site answers.</summary>
internal sealed record SiteAnswer(HttpStatusCode Status, string ContentType, byte[] Body)
{
    private const string Html = "text/html; charset=utf-8";

    public string? Location { get; init; }

    public string? FileName { get; init; }

    /// <summary>The session that begins with it; empty when one ends.</summary>
    public string? Session { get; init; }

    /// <param name="html">A whole document, or what is in its body.</param>
    /// <param name="status">Whether it is an error's.</param>
    public static SiteAnswer Page(string html, HttpStatusCode status = HttpStatusCode.OK) => new(status, Html, Encoding.UTF8.GetBytes(
        html.TrimStart().StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
            ? html
            : $"<!doctype html><html lang=\"pt-BR\"><head><meta charset=\"utf-8\"><title>Portal</title></head><body>{html}</body></html>"));

    public static SiteAnswer File(string name, byte[] content, string contentType) => new(HttpStatusCode.OK, contentType, content) { FileName = name };

    public static SiteAnswer GoTo(string path) => new(HttpStatusCode.SeeOther, Html, []) { Location = path };

    public SiteAnswer Half() => this with { Body = Body[..(Body.Length / 2)] };

    public SiteAnswer With(string was, string becomes)
    {
        var html = Encoding.UTF8.GetString(Body);
        return html.Contains(was, StringComparison.Ordinal)
            ? this with { Body = Encoding.UTF8.GetBytes(html.Replace(was, becomes, StringComparison.Ordinal)) }
            : Page($"<h1>The fault finds no '{WebUtility.HtmlEncode(was)}' in this page.</h1>", HttpStatusCode.InternalServerError);
    }
}
