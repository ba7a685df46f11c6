using BotPhone.Auth;
using BotPhone.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotPhone.Tests.Kit;

/// <summary>The whole server in this process, on a free port, with plugins dropped into a folder.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly WebApplication _app;

    private TestServer(TemporaryFolder folder, WebApplication app, CapturedLog log)
    {
        _folder = folder;
        _app = app;
        Log = log;
        Address = new Uri(app.Urls.Single());
        Token = app.Services.GetRequiredService<Tokens>().Issue("tests", days: 1);
        Client = new ApiClient(Address, Token);
    }

    public Uri Address { get; }

    public string Token { get; }

    public ApiClient Client { get; }

    /// <summary>Every line that the server logged, at every level.</summary>
    public CapturedLog Log { get; }

    public string DataPath => _folder.File("data");

    /// <summary>Its folder of operators, for more to be dropped.</summary>
    public TemporaryFolder Folder => _folder;

    /// <summary>Where the probe operator notes each run; with <c>.open</c> behind it, the gate of those that wait.</summary>
    public string Effects => _folder.File("effects");

    public IServiceProvider Services => _app.Services;

    public static Task<TestServer> StartAsync(params string[] settings) => StartWithAsync(["Probe"], settings);

    public static async Task<TestServer> StartWithAsync(IReadOnlyList<string> plugins, params string[] settings)
    {
        var folder = new TemporaryFolder();
        var log = new CapturedLog();
        WebApplication? app = null;
        try
        {
            foreach (var plugin in plugins) folder.Drop(plugin);
            app = BotPhoneHost.Build([.. Defaults(folder), .. TestCluster.Settings(settings), .. settings], services => SharedBrowsers.AddTo(services, settings));
            app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
            await app.StartAsync();
            return new TestServer(folder, app, log);
        }
        catch
        {
            if (app is not null) await app.DisposeAsync();
            folder.Dispose();
            throw;
        }
    }

    public ApiClient ClientWith(string? token) => new(Address, token);

    public void OpenGate() => File.WriteAllText(Effects + ".open", "");

    public IReadOnlyList<string> Runs() => File.Exists(Effects) ? File.ReadAllLines(Effects) : [];

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private static string[] Defaults(TemporaryFolder folder) =>
    [
        "--Urls=http://127.0.0.1:0",
        $"--Data:Path={folder.File("data")}",
        $"--Operators:Path={folder.File("plugins")}",
        $"--Operators:Settings:PROBE:Effects={folder.File("effects")}",
        "--Jobs:RetryPause=00:00:00",
        "--Jobs:OutagePause=00:00:00",
        "--Logging:LogLevel:BotPhone=Trace",
        "--Logging:Console:LogLevel:Default=None",
    ];
}
