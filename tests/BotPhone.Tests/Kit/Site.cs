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

    private Site(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public static Task<Site> StartAsync(params (string Path, string Html)[] pages) => StartAsync(null, pages);

    /// <param name="folder">Its files are pages too, and <c>index.html</c> is the first.</param>
    /// <param name="pages">Bodies of pages, by path.</param>
    public static async Task<Site> StartAsync(string? folder, params (string Path, string Html)[] pages)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        if (folder is not null) app.UseFileServer(new FileServerOptions { FileProvider = new PhysicalFileProvider(folder) });
        foreach (var (path, html) in pages)
            app.MapGet(path, () => Results.Content($"<!doctype html><html lang=pt-BR><meta charset=utf-8><title>t</title><body>{html}", "text/html; charset=utf-8"));
        app.MapGet("/broken", () => Results.Content("<h1>Falha</h1>", "text/html", statusCode: 500));
        await app.StartAsync();
        return new Site(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
