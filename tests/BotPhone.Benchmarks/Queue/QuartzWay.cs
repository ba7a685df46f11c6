using BotPhone.Tests.Kit;
using Npgsql;
using Quartz;

namespace BotPhone.Benchmarks;

/// <summary>Quartz on PostgreSQL, called from this process.</summary>
internal sealed class QuartzWay : IQueueWay
{
    private const string PayloadKey = "payload";
    private readonly IReadOnlyList<IScheduler> _schedulers;
    private int _next;

    private QuartzWay(string name, IReadOnlyList<IScheduler> schedulers) => (Name, _schedulers) = (name, schedulers);

    public string Name { get; }

    /// <summary>Alone on its database, of which it holds the locks itself.</summary>
    public static async Task<QuartzWay> StartAsync(PostgresServer postgres) =>
        new("Quartz, no PostgreSQL", [await StartAsync("alone", postgres.ConnectionString, _ => { })]);

    /// <summary>As nodes of a cluster, which hold their locks in the database and look after one another.</summary>
    public static async Task<QuartzWay> StartNodesAsync(int nodes, PostgresServer postgres)
    {
        var database = postgres.CreateDatabase();
        var started = new List<IScheduler>();
        for (var node = 0; node < nodes; node++) started.Add(await StartAsync($"n{node}", database, store => store.UseClustering()));
        return new QuartzWay(nodes == 1 ? "Quartz: um nó" : $"Quartz: {nodes} nós", started);
    }

    public async Task SubmitAsync(string payload) => await _schedulers[(int)((uint)Interlocked.Increment(ref _next) % _schedulers.Count)].ScheduleJob(
        JobBuilder.Create<CountedJob>().UsingJobData(PayloadKey, payload).RequestRecovery().Build(), TriggerBuilder.Create().StartNow().Build());

    public Task UntilDoneAsync(int count) => DoneJobs.UntilAsync(count);

    public async ValueTask DisposeAsync()
    {
        foreach (var scheduler in _schedulers) await scheduler.Shutdown(waitForJobsToComplete: true);
    }

    private static async Task<IScheduler> StartAsync(string name, string database, Action<IPersistentStoreBuilder> configure)
    {
        var scheduler = await QuartzSchedulerBuilder.Create(quartz => quartz
            .ConfigureScheduler(options => options.InstanceId = name)
            .UseDefaultThreadPool(IQueueWay.AtATime)
            .UsePersistentStore(store =>
            {
                store.UsePostgres(NpgsqlFactory.Instance, database);
                store.ProvisionSchema();
                configure(store);
            })).BuildScheduler();
        await scheduler.Start();
        return scheduler;
    }

    /// <summary>The job.</summary>
    public sealed class CountedJob : IJob
    {
        /// <inheritdoc/>
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            DoneJobs.Add(context.MergedJobDataMap.GetString(PayloadKey)!);
            return ValueTask.CompletedTask;
        }
    }
}
