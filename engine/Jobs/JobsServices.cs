using BotPhone.Hosting;
using BotPhone.Jobs.Cluster;
using BotPhone.Jobs.Store;

namespace BotPhone.Jobs;

internal static class JobsServices
{
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<JobsOptions, JobsOptionsValidator>().BindConfiguration("Jobs");
        services.AddOptionsWithValidateOnStart<ValidationOptions>().BindConfiguration("Validation");
        // The scheduler keeps to Jobs:ShutdownTimeout itself; the host must not cut it short.
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMinutes(61));

        if (ClusterOptions.Of(configuration) is { IsPostgres: true } cluster) services.AddCluster(cluster);
        else services.AddOneServer();
        services.AddSingleton<IJobStore>(provider => provider.GetRequiredService<IJobDatabase>());
        services.AddSingleton<IProcessoOutbox>(provider => provider.GetRequiredService<IJobDatabase>());
        services.AddSingleton<IFrozenLogins>(provider => provider.GetRequiredService<IJobDatabase>());
        services.AddSingleton(provider => provider.GetRequiredService<IJobDatabase>().Ledger);
        services.AddSingleton(provider => provider.GetRequiredService<IJobDatabase>().Failures);
        services.AddSingleton(provider => provider.GetRequiredService<IJobDatabase>().Statistics);
        services.AddSingleton(provider => provider.GetRequiredService<IJobDatabase>().Deploys);
        services.AddSingleton<InvoiceTurns>();
        services.AddSingleton<InvoiceFiling>();
        services.AddSingleton<JobFeed>();
        services.AddSingleton<PayloadVault>();
        services.AddSingleton<PayloadReader>();
        services.AddSingleton<RequestFingerprint>();
        services.AddSingleton<OperatorLimits>();
        services.AddSingleton<LoginGuard>();
        services.AddSingleton<PortalPauses>();
        services.AddSingleton<SignedInSessions>();
        services.AddSingleton<AttemptTools>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<JobIntake>();
        services.AddSingleton<JobStarter>();
        services.AddHostedService(provider => provider.GetRequiredService<IJobScheduler>());
        services.AddHostedService<JobCleanup>();
        return services;
    }

    // All in files of its own.
    private static void AddOneServer(this IServiceCollection services)
    {
        services.AddSingleton<IJobDatabase>(provider => ActivatorUtilities.CreateInstance<LiteJobStore>(provider, provider.GetRequiredService<DataFolder>().File(LiteJobStore.FileName)));
        services.AddSingleton<IPayloadBoxes, PayloadFiles>();
        services.AddSingleton<ITurns, KeyedLock>();
        services.AddSingleton<IRequestKey, RequestKeyFile>();
        services.AddSingleton<INodes, OneNode>();
        services.AddSingleton<JobQueue>();
        services.AddSingleton<IJobQueue>(provider => provider.GetRequiredService<JobQueue>());
        services.AddSingleton<IJobScheduler, JobScheduler>();
    }
}
