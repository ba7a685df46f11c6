using System.Net.Http.Headers;
using BotPhone.Jobs;
using BotPhone.Sdk;
using Microsoft.Extensions.Options;

namespace BotPhone.Documents.Stores;

/// <summary>Documents as objects in a bucket of a store that speaks S3.</summary>
internal sealed class S3Store(IOptions<MinioOptions> options, ITurns turns) : IDocumentStore, IDisposable
{
    // Never there; the answer says whether the bucket is, and whether the keys are good.
    private static readonly StorageKey Nothing = StorageKey.Parse(".botphone");
    private readonly S3Connection _s3 = new(options.Value);
    private volatile bool _checked;

    public string? Fault => _s3.Fault;

    public async Task CheckAsync(CancellationToken cancellation)
    {
        if (!await HasBucketAsync(cancellation)) await MakeBucketAsync(cancellation);
        _checked = true;
    }

    public async Task<StorageKey> PutAsync(StorageKey wanted, string path, string sha256, CancellationToken cancellation)
    {
        if (!_checked) await CheckAsync(cancellation);
        await using var content = File.OpenRead(path);
        var size = content.Length;
        for (var number = 1; ; number++)
        {
            var key = Numbered.Of(wanted, number);
            await using var turn = await turns.EnterAsync($"document {key.Value}", cancellation);
            if (await HoldsAsync(key, size, sha256, cancellation) is { } same)
            {
                if (same) return key;
                continue;
            }

            await _s3.PutAsync(key, content, sha256, cancellation);
            if (await HoldsAsync(key, size, sha256, cancellation) is true) return key;
            await _s3.RemoveAsync(key, cancellation);
            throw new DocumentStoreException("o que o armazenamento guardou não é o que recebeu");
        }
    }

    public async Task<StoredContent?> OpenAsync(StorageKey key, CancellationToken cancellation)
    {
        using var answer = await _s3.GetAsync(key, new RangeHeaderValue(0, 0), cancellation);
        return answer?.Content.Headers is { ContentRange.Length: { } length } headers
            ? new StoredContent(headers.LastModified ?? DateTimeOffset.UnixEpoch, new S3Stream(_s3, key, length))
            : null;
    }

    public Task RemoveAsync(StorageKey key, CancellationToken cancellation) => _s3.RemoveAsync(key, cancellation);

    public void Dispose() => _s3.Dispose();

    /// <returns>Whether a name holds a content, read back byte by byte; null when it holds nothing.</returns>
    private async Task<bool?> HoldsAsync(StorageKey key, long size, string sha256, CancellationToken cancellation)
    {
        await using var there = await OpenAsync(key, cancellation);
        return there is null ? null : there.Size == size && await there.HashAsync(cancellation) == sha256;
    }

    private async Task<bool> HasBucketAsync(CancellationToken cancellation)
    {
        try
        {
            using var answer = await _s3.GetAsync(Nothing, new RangeHeaderValue(0, 0), cancellation);
            return true;
        }
        catch (DocumentStoreException fault) when (fault.InnerException is S3RefusalException { Code: S3Faults.NoBucket })
        {
            return false;
        }
    }

    private async Task MakeBucketAsync(CancellationToken cancellation)
    {
        try
        {
            await _s3.MakeBucketAsync(cancellation);
        }
        catch (DocumentStoreException) when (!cancellation.IsCancellationRequested)
        {
            // Somebody else may have made it meanwhile.
            if (!await HasBucketAsync(cancellation)) throw;
        }
    }
}
