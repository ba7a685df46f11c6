using Microsoft.Extensions.Options;
using Polly;

namespace BotPhone.Processos;

internal static class ProcessosServices
{
    // Afterwards the name of the API's host is looked up anew.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    public static IServiceCollection AddProcessos(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ProcessoOptions, ProcessoOptionsValidator>()
            .BindConfiguration(ProcessoOptions.Section)
            .Configure<IConfiguration>((options, configuration) => options.Complete(configuration[ProcessoOptions.PlainKey]));
        services.AddProcessoClient();
        services.AddSingleton<DueUpdates>();
        services.AddSingleton<UpdateSender>();
        services.AddHostedService<ProcessoNotifier>();
        return services;
    }

    // A request is sent once and goes nowhere else than it was sent; the outbox sees to it that it is sent again.
    private static void AddProcessoClient(this IServiceCollection services) => services
        .AddHttpClient<ProcessoClient>((provider, http) =>
        {
            http.BaseAddress = provider.GetRequiredService<IOptions<ProcessoOptions>>().Value.Address;
            http.Timeout = Timeout.InfiniteTimeSpan;
        })
        .UseSocketsHttpHandler((handler, _) =>
        {
            handler.AllowAutoRedirect = false;
            handler.UseCookies = false;
            handler.UseProxy = false;
            handler.PooledConnectionLifetime = ConnectionLifetime;
        })
        // One client lives as long as the server; its connections do not.
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .AddResilienceHandler("processos", (pipeline, context) =>
        {
            pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            pipeline.AddTimeout(ProcessoClient.Patience);
        });
}
