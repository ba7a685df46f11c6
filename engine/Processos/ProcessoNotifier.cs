using BotPhone.Jobs;
using Microsoft.Extensions.Options;

namespace BotPhone.Processos;

/// <summary>
/// Sends the updates that processos are owed as they become due. Each is delivered at least once: one whose answer was lost, with
/// the connection or with this process, is sent again. Jobs are never touched.
/// </summary>
internal sealed class ProcessoNotifier(
    DueUpdates due, UpdateSender sender, JobFeed feed, IOptions<ProcessoOptions> options, TimeProvider time, ILogger<ProcessoNotifier> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Before the outbox is looked into: no end is missed in between.
        using var ends = feed.Listen(one => one is JobChanged { Job: { HasEnded: true, ProcessoId: not null } });
        try
        {
            await Task.WhenAll(ListenAsync(ends, stoppingToken), SendAllAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; what was not delivered stays in the outbox.
        }
    }

    private async Task ListenAsync(JobListener ends, CancellationToken cancellation)
    {
        await foreach (var _ in ends.ReadAsync(cancellation)) due.LookAgain();
    }

    private async Task SendAllAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await SendUntilFaultAsync(cancellation);
            await Task.Delay(options.Value.RetryPause, time, cancellation);
        }
    }

    // A fault of the store, for instance: nothing is lost by it, and everything is tried again after a pause.
    private async Task SendUntilFaultAsync(CancellationToken cancellation)
    {
        try
        {
            await Parallel.ForEachAsync(
                due.TakeAsync(cancellation),
                new ParallelOptions { MaxDegreeOfParallelism = DueUpdates.AtOnce, CancellationToken = cancellation },
                SendAsync);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            ProcessosLog.Broken(log, exception, options.Value.RetryPause);
        }
    }

    private async ValueTask SendAsync(ProcessoUpdate update, CancellationToken cancellation)
    {
        try
        {
            await sender.SendAsync(update, cancellation);
        }
        finally
        {
            due.GiveBack(update);
        }
    }
}
