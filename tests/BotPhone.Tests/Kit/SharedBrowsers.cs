using System.Diagnostics.Metrics;
using BotPhone.Browsers;
using BotPhone.Hosting;
using BotPhone.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BotPhone.Tests.Kit;

/// <summary>The warm browsers of all servers in this process: a browser for every server would cost more than most tests.</summary>
internal static class SharedBrowsers
{
    /// <summary>A setting with which a server keeps browsers of its own.</summary>
    public const string None = "--Browser:MaxUses=50";

    private static readonly TemporaryFolder Folder = new();
    private static readonly Lazy<WarmBrowsers> All = new(Start);

    public static void AddTo(IServiceCollection services, IEnumerable<string> settings)
    {
        if (!settings.Any(setting => setting.StartsWith("--Browser:MaxUses=", StringComparison.Ordinal) || setting.StartsWith("--Browser:RemoteUrl=", StringComparison.Ordinal))) services.AddSingleton(All.Value);
    }

    /// <summary>Ends them, when all tests have run.</summary>
    public static async Task EndAsync()
    {
        if (All.IsValueCreated) await All.Value.DisposeAsync();
        Folder.Dispose();
    }

    private static WarmBrowsers Start() => new(
        Options.Create(new BrowserOptions()),
        Options.Create(new JobsOptions()),
        new DataFolder(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Path"] = Folder.Path }).Build()),
        new RunningBrowsers(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>()),
        TimeProvider.System,
        NullLogger<WarmBrowsers>.Instance);
}
