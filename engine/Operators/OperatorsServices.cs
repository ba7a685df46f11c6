using BotPhone.Jobs;

namespace BotPhone.Operators;

internal static class OperatorsServices
{
    public static IServiceCollection AddOperators(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<OperatorsOptions, OperatorsOptionsValidator>().BindConfiguration("Operators");
        services.AddSingleton<OperatorLoader>();
        services.AddSingleton<OperatorCatalog>();
        services.AddSingleton<IOperators>(provider => provider.GetRequiredService<OperatorCatalog>());
        return services;
    }
}
