using BotPhone.Api;
using Carter;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace BotPhone.Dashboard;

/// <summary>
/// <c>GET /</c>: the web page, open to everyone. What it shows it asks of the public API, with the token that its user gives it.
/// </summary>
internal sealed class DashboardModule : ICarterModule
{
    // Nothing from elsewhere, nothing that stands in the page itself, and no text that becomes HTML. Blobs are files that the page has fetched.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; worker-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html botphone";

    // Their names change with their content.
    private const string ForEver = "public, max-age=31536000, immutable";

    public void AddRoutes(IEndpointRouteBuilder app)
    {
        app.MapGet("/", (HttpRequest request) => Send("index.html", request, "no-cache")).ExcludeFromDescription();
        app.MapGet("/painel/{file}", (string file, HttpRequest request) => Send($"painel/{file}", request, ForEver)).ExcludeFromDescription();
    }

    private static Results<FileStreamHttpResult, NotFound<ErrorBody>> Send(string name, HttpRequest request, string caching)
    {
        var canBeCompressed = request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value == "br" && encoding.Quality is not 0);
        if (DashboardFile.Find(name, canBeCompressed) is not { } file) return ErrorResult.NotFound(ErrorPages.DetailOf(StatusCodes.Status404NotFound));
        var headers = request.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = caching;
        headers.Vary = HeaderNames.AcceptEncoding;
        if (file.IsCompressed) headers.ContentEncoding = "br";
        return TypedResults.Stream(file.Content, file.Type, entityTag: file.Tag);
    }
}
