using BotPhone.Hosting;
using BotPhone.Jobs.Move;
using BotPhone.Jobs.Postgres;
using Microsoft.Extensions.Options;
using Quartz;

namespace BotPhone.Jobs.Cluster;

internal static class ClusterServices
{
    // How soon the jobs of a node that is gone are taken over.
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Nothing that waits is ever too late.
    private static readonly TimeSpan Never = TimeSpan.FromDays(40);

    /// <summary>What nodes share in the place of what one server has for itself.</summary>
    public static void AddCluster(this IServiceCollection services, ClusterOptions cluster)
    {
        services.AddSingleton<PostgresLock>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<PostgresJobStore>(provider, cluster.Node));
        services.AddSingleton<IJobDatabase>(provider => provider.GetRequiredService<PostgresJobStore>());
        services.AddSingleton(provider => provider.GetRequiredService<PostgresJobStore>().Payloads);
        services.AddSingleton<SealedSecrets>();
        services.AddSingleton<IRequestKey, ClusterRequestKey>();
        services.AddSingleton<MoveJournal>();
        services.AddSingleton<ITurns, ClusterTurns>();
        services.AddSingleton<ClusterNodes>();
        services.AddSingleton<INodes>(provider => provider.GetRequiredService<ClusterNodes>());
        services.AddSingleton<ClusterQueue>();
        services.AddSingleton(provider => new Lazy<PortalPauses>(provider.GetRequiredService<PortalPauses>));
        services.AddSingleton<IClusterQueue>(provider => provider.GetRequiredService<ClusterQueue>());
        services.AddSingleton<IJobQueue>(provider => provider.GetRequiredService<ClusterQueue>());
        services.AddSingleton<ClusterRuns>();
        services.AddSingleton<IJobScheduler, ClusterScheduler>();
        services.AddQuartz(quartz => quartz
            .UsePersistentStore(store =>
            {
                store.UsePostgres(source => source.DataSourceFactory = provider => provider.GetRequiredService<PostgresDatabase>().Source);
                store.ProvisionSchema();
                store.UseClustering(clustering => (clustering.CheckinInterval, clustering.CheckinMisfireThreshold) = (CheckIn, Patience));
                store.ConfigureStore(options =>
                {
                    options.AcceptEnlistedTransactions = true;
                    options.MisfireThreshold = Never;
                    // A job is added in the transaction that accepts it, which must not keep the other nodes from taking theirs.
                    options.LockOnInsert = false;
                });
            })
            .UseDefaultThreadPool(_ => { }));
        // Where something is limited no two nodes count what runs at the same moment.
        services.AddOptions<AdoJobStoreOptions>().Configure<OperatorLimits>((store, limits) => store.AcquireTriggersWithinLock = limits.Any);
        services.AddOptions<QuartzSchedulerOptions>().Configure(quartz => quartz.InstanceId = cluster.Node);
        services.AddOptions<ThreadPoolOptions>().Configure<IOptions<JobsOptions>>((pool, jobs) => pool.MaxConcurrency = jobs.Value.MaxConcurrency);
    }
}
