using BotPhone.Hosting;
using BotPhone.Jobs.Postgres;

namespace BotPhone.Jobs.Cluster;

/// <summary>Turns in the whole cluster.</summary>
internal sealed class ClusterTurns(PostgresLock turns) : ITurns
{
    public Task<IAsyncDisposable> EnterAsync(string key, CancellationToken cancellation) => Patience.AskAsync(token => turns.EnterAsync(key, token), cancellation);
}
