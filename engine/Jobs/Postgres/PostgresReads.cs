using Npgsql;

namespace BotPhone.Jobs.Postgres;

internal static class PostgresReads
{
    /// <summary>All rows of a query.</summary>
    /// <exception cref="StoreAwayException">The database cannot be reached.</exception>
    public static Task<List<T>> ReadAsync<T>(this NpgsqlDataSource source, string sql, Func<NpgsqlDataReader, T> read, params IReadOnlyList<NpgsqlParameter> parameters) => Patience.AskAsync(async cancellation =>
    {
        await using var command = source.CreateCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(parameter.Clone());
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation)) rows.Add(read(reader));
        return rows;
    });
}
