using Npgsql;

namespace BotPhone.Jobs.Postgres;

/// <summary>One transaction, as those who change something in it see it. What needs no answer is gathered, and sent with the next that does.</summary>
internal sealed class PostgresTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
{
    private readonly NpgsqlBatch _gathered = new(connection, transaction);

    /// <summary>For what takes part in it by itself.</summary>
    public NpgsqlTransaction Inner => transaction;

    /// <summary>Sends a statement soon; before any other that is asked for later.</summary>
    public void Post(string sql, params IReadOnlyList<NpgsqlParameter> parameters) => _gathered.BatchCommands.Add(Command(sql, parameters));

    /// <returns>How many rows were changed.</returns>
    public async Task<int> ExecuteAsync(string sql, params IReadOnlyList<NpgsqlParameter> parameters)
    {
        var command = Command(sql, parameters);
        _gathered.BatchCommands.Add(command);
        await FlushAsync();
        return (int)command.Rows;
    }

    /// <returns>The first value of the first row; null when there is none.</returns>
    public async Task<object?> ReadAsync(string sql, params IReadOnlyList<NpgsqlParameter> parameters)
    {
        await FlushAsync();
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        return await command.ExecuteScalarAsync() is { } value and not DBNull ? value : null;
    }

    public async Task FlushAsync()
    {
        if (_gathered.BatchCommands.Count == 0) return;
        await _gathered.ExecuteNonQueryAsync();
        _gathered.BatchCommands.Clear();
    }

    public ValueTask DisposeAsync() => _gathered.DisposeAsync();

    private static NpgsqlBatchCommand Command(string sql, IReadOnlyList<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        return command;
    }
}
