using BotPhone.Jobs;

namespace BotPhone.Operators;

internal static class OperatorsServices
{
    public static IServiceCollection AddOperators(this IServiceCollection services)
    {
        services.AddOperatorReading();
        services.AddSingleton<OperatorCatalog>();
        services.AddSingleton<IOperators>(provider => provider.GetRequiredService<OperatorCatalog>());
        services.AddSingleton<OperatorNews>();
        services.AddSingleton<UnloadWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<UnloadWatch>());
        // Before the jobs: those that wait find their operators.
        services.AddHostedService<OperatorDeployer>();
        return services;
    }

    /// <summary>What reads operators without serving them, for commands too.</summary>
    public static IServiceCollection AddOperatorReading(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<OperatorsOptions, OperatorsOptionsValidator>().BindConfiguration("Operators");
        services.AddSingleton<OperatorShelf>();
        services.AddSingleton<OperatorTrust>();
        services.AddSingleton<OperatorLoader>();
        services.AddSingleton<OperatorReader>();
        return services;
    }
}
