using System.Diagnostics.Metrics;
using BotPhone.Hosting;
using BotPhone.Invoices;
using BotPhone.Jobs;
using Microsoft.Extensions.Options;

namespace BotPhone.Documents.Stores;

/// <summary>
/// Looks at the store when the server starts, and while it is down; what jobs that have ended left in the spool goes into it then.
/// </summary>
internal sealed class SpoolSender(IDocumentStore store, Spool spool, IOptions<ArtifactsOptions> options, TimeProvider time, IMeterFactory meters, ILogger<SpoolSender> log) : BackgroundService
{
    /// <exception cref="StartupException">The store is there and refuses the configuration.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        meters.Gauge("botphone.spool.documents", "{document}", "Documents that wait for the store", () => spool.Waiting().Count);
        try
        {
            await store.CheckAsync(cancellationToken);
        }
        catch (DocumentStoreException fault)
        {
            if (fault.Setting is { } setting) throw new StartupException($"{setting}: {fault.Message}");
            DocumentsLog.StoreDown(log, fault.Message, fault.InnerException?.Message);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SpoolInterval, time);
        try
        {
            do await SendAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task SendAsync(CancellationToken cancellation)
    {
        try
        {
            if (store.Fault is not null) await store.CheckAsync(cancellation);
            foreach (var waiting in spool.Waiting())
            {
                var path = spool.PathOf(waiting);
                var key = await store.PutAsync(waiting, path, FileHash.Of(path), cancellation);
                await spool.RemoveAsync(waiting);
                DocumentsLog.Sent(log, key);
            }
        }
        catch (Exception exception) when (exception is DocumentStoreException or IOException or UnauthorizedAccessException)
        {
            DocumentsLog.NotSent(log, exception.Message);
        }
    }
}
