using BotPhone.Jobs;
using Microsoft.Extensions.Options;

namespace BotPhone.Operators;

/// <summary>
/// Keeps what serves the same as what stands in <c>Operators:Path</c>: loads all at the start, and then each entry that changes, one after
/// another. The version that serves stays until another has passed every check.
/// </summary>
internal sealed class OperatorDeployer(
    IOptions<OperatorsOptions> options, OperatorReader reader, OperatorShelf shelf, OperatorCatalog catalog, OperatorNews news, UnloadWatch unloads, TimeProvider time)
    : BackgroundService
{
    private readonly OperatorsOptions _options = options.Value;
    private readonly string _root = Path.GetFullPath(options.Value.Path);
    private readonly Canary _canary = new(options.Value.CanaryJobs);
    private OperatorWatcher? _watcher;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        news.HearStrayExceptions();
        // Before anything is read, so that what comes meanwhile is seen.
        _watcher = Watch();
        string[] entries = [.. OperatorSource.In(_root)];
        var found = await Task.WhenAll(entries.Select(entry => Task.Run(() => Try(() => reader.Read(_root, entry, null)), cancellationToken)));
        foreach (var (entry, outcome) in entries.Zip(found)) Put(entry, outcome);
        if (catalog.Loaded.Count == 0) news.Nothing(_root);
        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _watcher?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (_watcher is not null) await LookAsync(await _watcher.TakeAsync(stoppingToken), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private OperatorWatcher? Watch()
    {
        try
        {
            var watcher = new OperatorWatcher(Directory.CreateDirectory(_root).FullName, () => catalog.Now.Entries.Keys);
            _canary.Lost += watcher.Add;
            return watcher;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            news.NotWatched(_root, exception);
            return null;
        }
    }

    // What cannot be kept, such as on a full disk, does not serve; the next change of the entry is another try.
    private async Task LookAsync(string entry, CancellationToken cancellation)
    {
        try
        {
            await BringAsync(entry, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            news.Rejected(entry, new RejectedException($"não pôde ser guardada: {exception.Message}", exception), Present(entry)?.Serving);
        }
    }

    private async Task BringAsync(string entry, CancellationToken cancellation)
    {
        if (_canary.Condemns(Present(entry)?.Serving)) RollBack(entry);
        await SettleAsync(entry, cancellation);
        if (!OperatorSource.Counts(_root, entry))
        {
            Remove(entry);
            return;
        }

        var present = Present(entry);
        Put(entry, await Task.Run(() => Try(() => reader.Read(_root, entry, present)), cancellation));
    }

    // Nobody has written it for a while.
    private async Task SettleAsync(string entry, CancellationToken cancellation)
    {
        var path = Path.Combine(_root, entry);
        // A folder that is still empty has an empty stamp: it, too, must have stayed the same.
        for (var (before, after) = ((string?)null, Stamp(path)); before != after; (before, after) = (after, Stamp(path)))
            await Task.Delay(_options.Settle, time, cancellation);
    }

    private static string Stamp(string path)
    {
        try
        {
            return OperatorSource.Stamp(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    private static Outcome Try(Func<OperatorVersion?> read)
    {
        try
        {
            return new Outcome(read(), null);
        }
        catch (RejectedException exception)
        {
            return new Outcome(null, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Outcome(null, new RejectedException($"não pode ser lida: {exception.Message}", exception));
        }
    }

    private void Put(string entry, Outcome outcome)
    {
        var present = Present(entry);
        var (version, rejection) = outcome;
        if (version is not null && Twin(entry, version) is { } twin)
        {
            rejection = new RejectedException($"o código '{version.Code}' ou a rota '{version.Route}' já é de '{twin}'");
            version.Retire(Gone);
        }

        if (rejection is not null) Reject(entry, present, rejection);
        else if (version is not null) Serve(entry, present, version);
    }

    private void Serve(string entry, OperatorEntry? present, OperatorVersion version)
    {
        var before = present?.Serving;
        if (before != version)
        {
            shelf.Serve(entry, new ServedVersion(version.Hash, version.Code, version.IsSigned, version.Version));
            _canary.Watch(entry, version, before);
        }

        catalog.Put(entry, new OperatorEntry(version, null));
        if (before == version) return;
        news.Serves(version, before);
        before?.Retire(Gone);
    }

    private void Reject(string entry, OperatorEntry? present, RejectedException rejection)
    {
        shelf.Tidy(entry);
        // What was said once is not said again each time that somebody touches the file.
        if (present?.Rejected?.Reason == rejection.Message) return;
        catalog.Put(entry, new OperatorEntry(present?.Serving, new Rejection(rejection.Message, time.GetUtcNow())));
        news.Rejected(entry, rejection, present?.Serving);
    }

    private void Remove(string entry)
    {
        if (!catalog.Now.Entries.TryGetValue(entry, out var present)) return;
        catalog.Remove(entry);
        if (present.Serving is not { } version) return;
        news.Removed(version);
        version.Retire(Gone);
        // Its code and route are free for another that has them too.
        foreach (var (other, state) in catalog.Now.Entries.Where(other => other.Value is { Serving: null })) Put(other, Try(() => reader.Read(_root, other, state)));
    }

    private void RollBack(string entry)
    {
        if (shelf.History(entry) is not [.., var before, var lost]) return;
        try
        {
            shelf.Restore(_root, entry, before);
            news.RolledBack(lost, before, _options.CanaryJobs);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            news.NotRolledBack(lost, before, exception);
        }
    }

    private OperatorEntry? Present(string entry) => catalog.Now.Entries.GetValueOrDefault(entry);

    private string? Twin(string entry, OperatorVersion version) => catalog.Now.Entries.FirstOrDefault(other =>
        other.Key != entry && other.Value.Serving is { } serving && (serving.Code == version.Code || serving.Route == version.Route)).Key;

    private void Gone(OperatorVersion version)
    {
        if (version.Shared.Leave()) unloads.Add(version.Code, version.Version, version.Shared.Context);
    }

    /// <param name="Version">What was read, or null.</param>
    /// <param name="Rejection">Why it cannot serve, or null.</param>
    private sealed record Outcome(OperatorVersion? Version, RejectedException? Rejection);
}
