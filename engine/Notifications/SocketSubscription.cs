using BotPhone.Jobs;

namespace BotPhone.Notifications;

/// <summary>One job that a WebSocket client follows, or all of them.</summary>
internal sealed class SocketSubscription : IAsyncDisposable
{
    private readonly CancellationTokenSource _over = new();
    private readonly Task _following;

    private SocketSubscription(Func<CancellationToken, Task> follow) => _following = follow(_over.Token);

    /// <summary>Follows a job: its present state, the lines logged so far, then what comes, without gap or repeat.</summary>
    public static SocketSubscription ToJob(Guid id, SocketServices services, Func<string, CancellationToken, Task> send, Func<bool> whole) => new(async cancellation =>
    {
        using var listener = services.Feed.Listen(one => one.JobId == id);
        if (await services.Store.FindAsync(id) is not { } job) return;
        await send(NoticeTexts.Of(JobUpdateNotice.Of(job, whole())), cancellation);
        var log = await services.Store.LogOfAsync(id);
        foreach (var line in log.TakeWhile(line => line.Number <= listener.Since)) await send(NoticeTexts.Of(LogNotice.Of(line, whole())), cancellation);
        await foreach (var one in listener.ReadAsync(cancellation))
        {
            if (one is JobRemoved) return;
            if (one is JobChanged change && change.Job.Revision <= job.Revision) continue;
            await send(services.Texts.Of(one, whole()), cancellation);
        }
    });

    /// <summary>Follows every job from now on; those that run now are told first.</summary>
    public static SocketSubscription ToAll(SocketServices services, Func<string, CancellationToken, Task> send, Func<bool> whole) => new(async cancellation =>
    {
        using var listener = services.Feed.Listen(one => one is JobChanged or LineLogged);
        var running = (await services.Store.ListAsync(new JobQuery(JobStatus.Running, null, null, null))).Jobs.ToDictionary(job => job.Id);
        foreach (var job in running.Values.OrderBy(job => job.Number)) await send(NoticeTexts.Of(JobUpdateNotice.Of(job, whole())), cancellation);
        await foreach (var one in listener.ReadAsync(cancellation))
        {
            if (one is JobChanged { Job: var now } && running.GetValueOrDefault(now.Id) is { } told && now.Revision <= told.Revision) continue;
            await send(services.Texts.Of(one, whole()), cancellation);
        }
    });

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _over.Dispose();
    }
}
