using BotPhone.Jobs;
using BotPhone.Sdk;
using Microsoft.Extensions.Options;

namespace BotPhone.Documents.Stores;

/// <summary>Keeps a job's document, waiting for a store that is down while a copy is safe in the spool.</summary>
internal sealed class PatientStore(IDocumentStore store, Spool spool, IOptions<ArtifactsOptions> options, TimeProvider time, ILogger<PatientStore> log)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private readonly ArtifactsOptions _options = options.Value;

    /// <param name="warn">Tells the job's log, once, that it waits.</param>
    /// <exception cref="DocumentStoreException">The store stayed down; the file stays in the spool.</exception>
    /// <inheritdoc cref="IDocumentStore.PutAsync"/>
    public async Task<StorageKey> PutAsync(StorageKey wanted, string path, string sha256, Action<string> warn, CancellationToken cancellation)
    {
        try
        {
            return await store.PutAsync(wanted, path, sha256, cancellation);
        }
        catch (DocumentStoreException down)
        {
            var waiting = await spool.KeepAsync(wanted, path, sha256, cancellation);
            DocumentsLog.Spooled(log, down, wanted, spool.PathOf(waiting));
            warn($"A fatura verificada espera em disco por até {_options.SpoolTimeout:c}: {down.Message}");
            var key = await RetryAsync(() => store.PutAsync(wanted, path, sha256, cancellation), down, cancellation);
            await spool.RemoveAsync(waiting);
            return key;
        }
    }

    private async Task<StorageKey> RetryAsync(Func<Task<StorageKey>> put, DocumentStoreException down, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        for (var pause = FirstPause; time.GetElapsedTime(start) + pause <= _options.SpoolTimeout; pause = pause * 2 < _options.SpoolInterval ? pause * 2 : _options.SpoolInterval)
        {
            await Task.Delay(pause, time, cancellation);
            try
            {
                return await put();
            }
            catch (DocumentStoreException still)
            {
                down = still;
            }
        }

        throw new DocumentStoreException($"{down.Message}; a fatura verificada espera no disco do servidor e será guardada quando o armazenamento voltar", down);
    }
}
