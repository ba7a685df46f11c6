using Npgsql;
using NpgsqlTypes;

namespace BotPhone.Jobs.Move;

/// <summary>A table that a move fills, whole rows at a time.</summary>
internal sealed class MovedTable(string name, params IReadOnlyList<(string Name, NpgsqlDbType Type)> columns)
{
    private readonly string _columns = string.Join(", ", columns.Select(column => column.Name));

    public string Name => name;

    /// <summary>Adds rows, as a part of the connection's transaction. Numbers that the table would give itself are kept.</summary>
    public async Task AddAsync(NpgsqlConnection connection, IEnumerable<object?[]> rows)
    {
        await using var import = await connection.BeginBinaryImportAsync($"copy {name} ({_columns}) from stdin (format binary)");
        foreach (var row in rows)
        {
            await import.StartRowAsync();
            for (var i = 0; i < row.Length; i++)
            {
                if (row[i] is { } value) await import.WriteAsync(value, columns[i].Type);
                else await import.WriteNullAsync();
            }
        }

        await import.CompleteAsync();
    }

    /// <summary>All rows, in no order.</summary>
    public async IAsyncEnumerable<object?[]> ReadAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand($"select {_columns} from {name}", connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) yield return [.. columns.Select((column, i) => reader.IsDBNull(i) ? null : Read(reader, i, column.Type))];
    }

    /// <summary>Writes a row in the one way in which it is compared: what the database keeps as it likes has one order, too.</summary>
    public byte[] Write(object?[] row) => RowText.Write(row, [.. columns.Select(column => column.Type)]);

    private static object Read(NpgsqlDataReader reader, int column, NpgsqlDbType type) => type switch
    {
        NpgsqlDbType.Date => reader.GetFieldValue<DateOnly>(column),
        NpgsqlDbType.TimestampTz => reader.GetDateTime(column),
        _ => reader.GetValue(column),
    };
}
