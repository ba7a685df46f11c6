namespace BotPhone.Statistics;

internal static class StatisticsServices
{
    public static IServiceCollection AddStatistics(this IServiceCollection services)
    {
        services.AddSingleton<QueueHistory>();
        services.AddHostedService(provider => provider.GetRequiredService<QueueHistory>());
        return services;
    }
}
