using BotPhone.Browsers.Remote;
using BotPhone.Jobs;

namespace BotPhone.Browsers;

internal static class BrowsersServices
{
    public static IServiceCollection AddBrowsers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<BrowserOptions, BrowserOptionsValidator>().BindConfiguration("Browser");
        services.AddSingleton<BrowserPrograms>();
        if (configuration["Browser:RemoteUrl"] is not null) services.AddSingleton<ServerName>().AddSingleton<BrowserGrid>();
        services.AddSingleton<RunningBrowsers>();
        services.AddSingleton<WarmBrowsers>();
        services.AddSingleton<IBrowsers, BrowserLauncher>();
        services.AddHostedService<SessionReaper>();
        return services;
    }
}
