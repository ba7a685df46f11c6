using BotPhone.Jobs;

namespace BotPhone.Browsers;

internal static class BrowsersServices
{
    public static IServiceCollection AddBrowsers(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<BrowserOptions, BrowserOptionsValidator>().BindConfiguration("Browser");
        services.AddSingleton<BrowserPrograms>();
        services.AddSingleton<RunningBrowsers>();
        services.AddSingleton<WarmBrowsers>();
        services.AddSingleton<IBrowsers, BrowserLauncher>();
        services.AddHostedService<SessionReaper>();
        return services;
    }
}
