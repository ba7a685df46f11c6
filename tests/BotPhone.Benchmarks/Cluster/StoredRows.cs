using BotPhone.Hosting;
using BotPhone.Jobs;
using BotPhone.Jobs.Postgres;
using Npgsql;

namespace BotPhone.Benchmarks;

/// <summary>A database in which many jobs have ended, each with what the shortest log has.</summary>
internal static class StoredRows
{
    private const string Jobs = """
        insert into jobs (id, number, operator, status, claim, revision, completed_at, document)
        select gen_random_uuid(), nextval('job_numbers'), 'OI', 'Completed', 1, 6, now() - one * interval '1 ms', @document from generate_series(1, @count) one
        """;

    private const string Lines = """
        insert into job_events (number, job_id, kind, content)
        select nextval('event_numbers'), id, 'l', @document from jobs cross join generate_series(1, 3)
        """;

    public static async Task WriteAsync(string connectionString, int count)
    {
        await using var database = new PostgresDatabase(connectionString);
        var at = TimeProvider.System.GetUtcNow();
        var job = new Job { Id = Guid.NewGuid(), Number = 1, Operator = "OI", CreatedAt = at }.Start("0.1.0", at).BeginAttempt().Finishing()
            .Capture(new StoredDocument("faturas/oi/1.pdf", StoredDocument.Invoice, 40_000, new string('a', 64), null)).Complete(at);
        var line = new LogLine(job.Id, job.Operator, at, "INFO", "RPA executado, finalizando...", null);
        await ExecuteAsync(database, Jobs, new("count", count), PostgresJobStore.Json("document", StoredJson.Write(job, StoredJson.Default.Job)));
        await ExecuteAsync(database, Lines, PostgresJobStore.Json("document", StoredJson.Write(line, StoredJson.Default.LogLine)));
        await ExecuteAsync(database, "analyze");
    }

    private static async Task ExecuteAsync(PostgresDatabase database, string sql, params NpgsqlParameter[] parameters)
    {
        await using var command = database.Source.CreateCommand(sql);
        command.CommandTimeout = 0;
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync();
    }
}
