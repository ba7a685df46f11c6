using Quartz;

namespace BotPhone.Jobs.Cluster;

/// <summary>One run of a job, as Quartz starts it on the node that has acquired it.</summary>
internal sealed class ClusterJob(ClusterRuns runs) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await runs.RunAsync(Guid.Parse(context.MergedJobDataMap.GetString(ClusterQueue.JobId)!));
}
