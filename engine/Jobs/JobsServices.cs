using BotPhone.Hosting;
using BotPhone.Jobs.Store;

namespace BotPhone.Jobs;

internal static class JobsServices
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<JobsOptions, JobsOptionsValidator>().BindConfiguration("Jobs");
        services.AddOptionsWithValidateOnStart<ValidationOptions>().BindConfiguration("Validation");
        // The scheduler keeps to Jobs:ShutdownTimeout itself; the host must not cut it short.
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMinutes(61));

        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<LiteJobStore>(provider, provider.GetRequiredService<DataFolder>().File(LiteJobStore.FileName)));
        services.AddSingleton<IJobStore>(provider => provider.GetRequiredService<LiteJobStore>());
        services.AddSingleton<IProcessoOutbox>(provider => provider.GetRequiredService<LiteJobStore>());
        services.AddSingleton<IFrozenLogins>(provider => provider.GetRequiredService<LiteJobStore>());
        services.AddSingleton(provider => provider.GetRequiredService<LiteJobStore>().Ledger);
        services.AddSingleton(provider => provider.GetRequiredService<LiteJobStore>().Failures);
        services.AddSingleton(provider => provider.GetRequiredService<LiteJobStore>().Statistics);
        services.AddSingleton(provider => provider.GetRequiredService<LiteJobStore>().Deploys);
        services.AddSingleton<InvoiceTurns>();
        services.AddSingleton<InvoiceFiling>();
        services.AddSingleton<JobFeed>();
        services.AddSingleton<PayloadVault>();
        services.AddSingleton<PayloadReader>();
        services.AddSingleton<RequestFingerprint>();
        services.AddSingleton<JobQueue>();
        services.AddSingleton<LoginGuard>();
        services.AddSingleton<PortalPauses>();
        services.AddSingleton<SignedInSessions>();
        services.AddSingleton<AttemptTools>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<JobIntake>();
        services.AddSingleton<JobScheduler>();
        services.AddHostedService(provider => provider.GetRequiredService<JobScheduler>());
        services.AddHostedService<JobCleanup>();
        return services;
    }
}
