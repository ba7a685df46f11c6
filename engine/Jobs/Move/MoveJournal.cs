using BotPhone.Hosting;
using Npgsql;

namespace BotPhone.Jobs.Move;

/// <summary>How far a move is: in the database that it fills, written with what it says.</summary>
internal sealed class MoveJournal(PostgresDatabase database)
{
    /// <summary>Keeps a node from starting on what is not whole.</summary>
    /// <exception cref="StartupException">A move has begun and is not finished.</exception>
    public void RefuseUnfinished()
    {
        using var command = database.Source.CreateCommand("select 1 from moves where finished_at is null limit 1");
        if (command.ExecuteScalar() is null) return;
        throw new StartupException(
            "O banco está recebendo os dados de outro servidor (botphone db migrate), e a mudança não terminou: execute o mesmo comando de novo, e ela continua de onde parou; depois inicie os nós");
    }

    /// <summary>Begins a move into an empty database, or goes on with one from the same source.</summary>
    /// <returns>How it stands.</returns>
    /// <exception cref="StartupException">Something else is in the database.</exception>
    public async Task<MoveState> BeginAsync(string source, IReadOnlyList<MovedCollection> collections)
    {
        if (await StateOfAsync(source) is { } known) return known;
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var collection in collections)
        {
            await using var look = new NpgsqlCommand($"select 1 from {collection.Table.Name} limit 1", connection, transaction);
            if (await look.ExecuteScalarAsync() is not null) throw Refusal($"já há dados nele ({collection.Table.Name})");
        }

        foreach (var collection in collections)
        {
            await using var begin = new NpgsqlCommand("insert into moves (collection, source) values (@collection, @source)", connection, transaction) { Parameters = { new("collection", collection.Name), new("source", source) } };
            await begin.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        return MoveState.Begun;
    }

    /// <returns>The key of the last record that was taken over; null before the first.</returns>
    public async Task<string?> LastKeyAsync(MovedCollection collection)
    {
        await using var command = database.Source.CreateCommand("select last_key from moves where collection = @collection");
        command.Parameters.Add(new("collection", collection.Name));
        return await command.ExecuteScalarAsync() as string;
    }

    /// <summary>Notes a batch, as a part of the transaction that writes it.</summary>
    public static async Task NoteAsync(MovedCollection collection, string key, NpgsqlTransaction transaction)
    {
        await using var command = new NpgsqlCommand("update moves set last_key = @key where collection = @collection", transaction.Connection, transaction) { Parameters = { new("key", key), new("collection", collection.Name) } };
        if (await command.ExecuteNonQueryAsync() == 0) throw new StartupException($"A mudança foi começada por outra versão do BotPhone, que não conhecia '{collection.Name}': termine-a com aquela");
    }

    /// <summary>Ends a move: what comes next gets higher numbers than what was taken over.</summary>
    /// <param name="lastEvent">At least this high is the number of the last event.</param>
    public async Task FinishAsync(long lastEvent)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("select setval('job_numbers', coalesce(max(number), 0) + 1, false) from jobs"),
                new("select setval('event_numbers', greatest(max(number), @last)) from job_events") { Parameters = { new("last", lastEvent) } },
                new("select setval(pg_get_serial_sequence('ledger', 'number'), coalesce(max(number), 0) + 1, false) from ledger"),
                new("select setval(pg_get_serial_sequence('ledger_accounts', 'number'), coalesce(max(number), 0) + 1, false) from ledger_accounts"),
                new("select setval(pg_get_serial_sequence('deploys', 'number'), coalesce(max(number), 0) + 1, false) from deploys"),
                new("update moves set finished_at = now()"),
            },
        };
        await batch.ExecuteNonQueryAsync();
    }

    /// <returns>How the move from a source stands; null when none has begun.</returns>
    /// <exception cref="StartupException">One from another source has.</exception>
    public async Task<MoveState?> StateOfAsync(string source)
    {
        await using var command = database.Source.CreateCommand("select source, finished_at is not null from moves limit 1");
        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync()) return null;
        if (reader.GetString(0) != source) throw Refusal("ele já recebeu, ou recebe, os dados de outro servidor");
        return reader.GetBoolean(1) ? MoveState.Finished : MoveState.Continued;
    }

    private static StartupException Refusal(string what) => new($"Cluster:ConnectionString: o banco deve estar vazio, e {what}. Crie outro (createdb) e execute o comando de novo");
}

internal enum MoveState
{
    /// <summary>Nothing was taken over yet.</summary>
    Begun,

    /// <summary>Something was.</summary>
    Continued,

    /// <summary>All was, and there is nothing to do.</summary>
    Finished,
}
