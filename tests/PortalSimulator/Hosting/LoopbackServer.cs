using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace BotPhone.PortalSimulator.Hosting;

/// <summary>One origin: a web server on a port of 127.0.0.1.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LoopbackServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <param name="port">0 takes a free one.</param>
    /// <param name="map">Adds the routes.</param>
    /// <param name="ct">Ends the start.</param>
    /// <param name="certificate">With which it speaks HTTPS; null: it does not.</param>
    public static async Task<LoopbackServer> StartAsync(int port, Action<IEndpointRouteBuilder> map, CancellationToken ct, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port, listen =>
            {
                if (certificate is not null) listen.UseHttps(certificate);
            });
        });
        builder.Logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Critical) // complains about answers that troubles spoil on purpose
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None); // tells what is thrown at the caller, too
        builder.Services.AddRoutingCore().AddSingleton<IHostLifetime, OwnersLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        });
        var app = builder.Build();
        app.UseWebSockets();
        app.Use(AnswerAsync);
        map(app);
        try
        {
            await app.StartAsync(ct);
            return new(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>Nothing is cached but styles and scripts, a wait that was cut short ends its connection, and a fault of ours is logged.</summary>
    private static async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            var isAsset = http.Response.StatusCode == StatusCodes.Status200OK && Path.GetExtension(http.Request.Path.Value) is ".css" or ".js";
            http.Response.Headers.CacheControl = isAsset ? "max-age=3600" : "no-store";
            return Task.CompletedTask;
        });
        try
        {
            await next(http);
        }
        catch (OperationCanceledException)
        {
            http.Abort();
        }
        catch (Exception fault) when (fault is not BadHttpRequestException && !http.RequestAborted.IsCancellationRequested)
        {
            http.RequestServices.GetRequiredService<ILogger<LoopbackServer>>().LogError(fault, "{Path} failed.", http.Request.Path);
            throw;
        }
    }

    /// <summary>Starts and stops with its owner: signals belong to the process, which may be a test runner.</summary>
    private sealed class OwnersLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
