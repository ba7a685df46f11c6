using Npgsql;

namespace BotPhone.Hosting;

/// <summary>One at a time in the whole cluster for each key. The database frees what a node that is gone has held.</summary>
internal sealed class PostgresLock(PostgresDatabase database)
{
    private const string Take = "select pg_advisory_lock(hashtextextended(@key, 0))";
    private const string Free = "select pg_advisory_unlock(hashtextextended(@key, 0))";

    /// <returns>The turn; it ends when it is disposed.</returns>
    public async Task<IAsyncDisposable> EnterAsync(string key, CancellationToken cancellation)
    {
        var connection = await database.Source.OpenConnectionAsync(cancellation);
        try
        {
            await ExecuteAsync(connection, Take, key, cancellation);
            return new Turn(connection, key);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, string key, CancellationToken cancellation)
    {
        // However long the others take.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0, Parameters = { new("key", key) } };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private sealed class Turn(NpgsqlConnection connection, string key) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await using (connection)
            {
                try
                {
                    await ExecuteAsync(connection, Free, key, CancellationToken.None);
                }
                catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException)
                {
                    // The connection is gone, and with it the turn.
                }
            }
        }
    }
}
