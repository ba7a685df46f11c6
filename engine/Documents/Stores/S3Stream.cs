using System.Net.Http.Headers;
using BotPhone.Sdk;

namespace BotPhone.Documents.Stores;

/// <summary>An object of an S3 store, fetched from the place where it is read first.</summary>
internal sealed class S3Stream(S3Connection s3, StorageKey key, long length) : Stream
{
    private HttpResponseMessage? _answer;
    private Stream? _body;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= length || buffer.Length == 0) return 0;
        _body ??= await OpenAsync(cancellationToken);
        // The client's own limit ends with the head of the answer.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s3.Timeout);
        var count = await s3.AskAsync(async () => await _body.ReadAsync(buffer, patience.Token), cancellationToken);
        if (count == 0) throw new EndOfStreamException($"'{key}' ends after {_position} of {length} bytes.");
        _position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Only read without blocking.");

    public override long Seek(long offset, SeekOrigin origin)
    {
        var place = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => _position + offset, _ => length + offset };
        ArgumentOutOfRangeException.ThrowIfNegative(place, nameof(offset));
        if (place != _position) Drop();
        return _position = place;
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) Drop();
        base.Dispose(disposing);
    }

    private async Task<Stream> OpenAsync(CancellationToken cancellation)
    {
        _answer = await s3.GetAsync(key, new RangeHeaderValue(_position, null), cancellation) ?? throw new FileNotFoundException($"'{key}' was removed.");
        return await _answer.Content.ReadAsStreamAsync(cancellation);
    }

    private void Drop()
    {
        _answer?.Dispose();
        (_answer, _body) = (null, null);
    }
}
