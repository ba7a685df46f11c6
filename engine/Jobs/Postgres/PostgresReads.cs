using Npgsql;

namespace BotPhone.Jobs.Postgres;

internal static class PostgresReads
{
    /// <summary>All rows of a query.</summary>
    public static async Task<List<T>> ReadAsync<T>(this NpgsqlDataSource source, string sql, Func<NpgsqlDataReader, T> read, params IReadOnlyList<NpgsqlParameter> parameters)
    {
        await using var command = source.CreateCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(read(reader));
        return rows;
    }
}
