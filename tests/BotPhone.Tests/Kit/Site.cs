using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace BotPhone.Tests.Kit;

/// <summary>A few pages on a free port of this machine.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly WebApplication _app;

    private int _requests;

    private Site(WebApplication app) => _app = app;

    /// <summary>How many requests came.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public Uri Address => new(_app.Urls.Single());

    public static Task<Site> StartAsync(params (string Path, string Html)[] pages) => StartAsync(_ => { }, pages);

    /// <param name="folder">Its files are pages too, and <c>index.html</c> is the first.</param>
    /// <param name="pages">Bodies of pages, by path.</param>
    public static Task<Site> StartAsync(string folder, params (string Path, string Html)[] pages) =>
        StartAsync(app => app.UseFileServer(new FileServerOptions { FileProvider = new PhysicalFileProvider(folder) }), pages);

    /// <param name="map">Adds what is no page.</param>
    /// <param name="pages">Bodies of pages, by path.</param>
    public static async Task<Site> StartAsync(Action<WebApplication> map, params (string Path, string Html)[] pages)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var site = new Site(app);
        app.Use((http, next) =>
        {
            Interlocked.Increment(ref site._requests);
            return next(http);
        });
        map(app);
        foreach (var (path, html) in pages)
            app.MapGet(path, () => Results.Content($"<!doctype html><html lang=pt-BR><meta charset=utf-8><title>t</title><body>{html}", "text/html; charset=utf-8"));
        app.MapGet("/broken", () => Results.Content("<h1>Falha</h1>", "text/html", statusCode: 500));
        app.MapGet("/to", (string url) => Results.Redirect(url));
        app.MapGet("/endless", (HttpContext http) => StreamAsync(http, "text/html"));
        app.MapGet("/endless.pdf", (HttpContext http) => StreamAsync(http, "application/pdf"));
        await app.StartAsync();
        return site;
    }

    private static async Task StreamAsync(HttpContext http, string type)
    {
        http.Response.ContentType = type;
        var piece = new byte[256 * 1024];
        Array.Fill(piece, (byte)' ');
        try
        {
            while (true) await http.Response.Body.WriteAsync(piece, http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The browser has had enough.
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
