using BotPhone.Hosting;

namespace BotPhone.Jobs.Cluster;

/// <summary>Turns in the whole cluster.</summary>
internal sealed class ClusterTurns(PostgresLock turns) : ITurns
{
    public Task<IAsyncDisposable> EnterAsync(string key, CancellationToken cancellation) => turns.EnterAsync(key, cancellation);
}
