using BotPhone.Tests.Kit;
using Npgsql;
using Quartz;

namespace BotPhone.Benchmarks;

/// <summary>Quartz on PostgreSQL, called from this process.</summary>
internal sealed class QuartzWay : IQueueWay
{
    private const string PayloadKey = "payload";
    private readonly IScheduler _scheduler;

    private QuartzWay(IScheduler scheduler) => _scheduler = scheduler;

    public string Name => "Quartz, no PostgreSQL";

    public static async Task<QuartzWay> StartAsync(PostgresServer postgres)
    {
        var scheduler = await QuartzSchedulerBuilder.Create(quartz => quartz
            .UseDefaultThreadPool(IQueueWay.AtATime)
            .UsePersistentStore(store =>
            {
                store.UsePostgres(NpgsqlFactory.Instance, postgres.ConnectionString);
                store.ProvisionSchema();
            })).BuildScheduler();
        await scheduler.Start();
        return new QuartzWay(scheduler);
    }

    public async Task SubmitAsync(string payload) => await _scheduler.ScheduleJob(
        JobBuilder.Create<CountedJob>().UsingJobData(PayloadKey, payload).Build(), TriggerBuilder.Create().StartNow().Build());

    public Task UntilDoneAsync(int count) => DoneJobs.UntilAsync(count);

    public async ValueTask DisposeAsync() => await _scheduler.Shutdown(waitForJobsToComplete: true);

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
