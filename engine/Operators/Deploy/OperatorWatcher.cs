using System.Threading.Channels;

namespace BotPhone.Operators;

/// <summary>Says which entries of a folder have changed. A change that comes while an earlier one of the same entry waits is the same change.</summary>
internal sealed class OperatorWatcher : IDisposable
{
    private readonly Channel<string> _changed = Channel.CreateUnbounded<string>();
    private readonly HashSet<string> _waiting = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly FileSystemWatcher _files;
    private readonly string _root;
    private readonly Func<IEnumerable<string>> _known;

    /// <param name="root">The folder, which is there.</param>
    /// <param name="known">The entries that are loaded: when events were lost, they are all looked at again.</param>
    public OperatorWatcher(string root, Func<IEnumerable<string>> known)
    {
        _root = root;
        _known = known;
        _files = new FileSystemWatcher(root) { IncludeSubdirectories = true, InternalBufferSize = 64 * 1024 };
        _files.Created += (_, change) => Add(change.Name);
        _files.Changed += (_, change) => Add(change.Name);
        _files.Deleted += (_, change) => Add(change.Name);
        _files.Renamed += (_, change) =>
        {
            Add(change.OldName);
            Add(change.Name);
        };
        _files.Error += (_, _) => AddAll();
        _files.EnableRaisingEvents = true;
    }

    /// <summary>Looks at an entry as if it had changed.</summary>
    /// <param name="path">Of the entry or of something in it, relative to the folder.</param>
    public void Add(string? path)
    {
        if (path?.Split('/', '\\')[0] is not { Length: > 0 } entry || entry.StartsWith('.')) return;
        lock (_lock)
        {
            if (_waiting.Add(entry)) _changed.Writer.TryWrite(entry);
        }
    }

    /// <summary>The entry that changed first.</summary>
    public async Task<string> TakeAsync(CancellationToken cancellation)
    {
        var entry = await _changed.Reader.ReadAsync(cancellation);
        lock (_lock) _waiting.Remove(entry);
        return entry;
    }

    public void Dispose() => _files.Dispose();

    private void AddAll()
    {
        foreach (var entry in OperatorSource.In(_root).Concat(_known())) Add(entry);
    }
}
