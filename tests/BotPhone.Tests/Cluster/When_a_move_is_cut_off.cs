using BotPhone.Hosting;
using BotPhone.Jobs;
using BotPhone.Tests.Kit;
using Npgsql;

namespace BotPhone.Tests.Cluster;

/// <summary><c>botphone db migrate</c>, with <c>kill -9</c>: each record is taken over once, and what is not the same is found.</summary>
[Collection(OneCrowdAtATime.Name)]
public sealed class When_a_move_is_cut_off : IDisposable
{
    private const int Killed = 137;
    private readonly TemporaryFolder _folder = new();
    private readonly string _database = SharedPostgres.CreateDatabase();
    private readonly string[] _cluster;

    public When_a_move_is_cut_off() => _cluster = TestCluster.NewSettings(_database);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_goes_on_after_the_last_batch_and_each_record_is_there_once()
    {
        var before = await OldServer.FillAsync(_folder);
        // In turn: with a batch that is not there yet, after half of the jobs, with the other half not there, amid the lines, later, and when all is there.
        foreach (var step in new[] { CrashPoint.BatchWritten, CrashPoint.BatchMoved, CrashPoint.BatchWritten, $"{CrashPoint.BatchMoved}:2", $"{CrashPoint.BatchWritten}:5", CrashPoint.FilesMoved })
        {
            var cut = await MigrateAsync(step);
            Assert.True(cut.ExitCode == Killed, cut.Output + cut.Error);
        }

        var (exitCode, output, error) = await MigrateAsync(null);
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("A mudança continua de onde parou", output, StringComparison.Ordinal);
        Assert.Contains("Tudo foi levado e conferido", output, StringComparison.Ordinal);
        Assert.DoesNotContain("DIFERE", output, StringComparison.Ordinal);
        await AssertSameAsync(before);

        var again = await MigrateAsync(null);
        Assert.Equal((0, ""), (again.ExitCode, again.Error));
        Assert.Contains("já estão no PostgreSQL", again.Output, StringComparison.Ordinal);
        await AssertSameAsync(before);
    }

    [Fact]
    public async Task What_is_not_the_same_is_found_and_no_node_starts_on_it()
    {
        await OldServer.FillAsync(_folder);
        Assert.Equal(Killed, (await MigrateAsync(CrashPoint.FilesMoved)).ExitCode);
        (string Title, string Change, string Undo)[] changes =
        [
            ("jobs", """update jobs set document = jsonb_set(document, '{result}', '"outro"') where number = 7""", "update jobs set document = jsonb_set(document, '{result}', document->'documents'->0->'key') where number = 7"),
            ("linhas dos jobs", "update job_events set number = -number where number = (select max(number) from job_events)", "update job_events set number = -number where number < 0"),
            ("faturas do livro", "update ledger set used_at = used_at + interval '1 millisecond' where number = 3", "update ledger set used_at = used_at - interval '1 millisecond' where number = 3"),
            ("contas do livro", "update ledger_accounts set months = months || 5 where number = 1", "update ledger_accounts set months = months[1:cardinality(months) - 1] where number = 1"),
            ("números por dia", "update job_days set jobs = -jobs where key = 'NAV_MANUTENCAO' and operator = 'É'", "update job_days set jobs = -jobs where key = 'NAV_MANUTENCAO' and operator = 'É'"),
            ("logins congelados", "insert into frozen_logins (login_key, at, document) values ('x', now(), '{}')", "delete from frozen_logins where login_key = 'x'"),
        ];
        foreach (var (_, change, _) in changes) await ExecuteAsync(change);
        var (exitCode, output, error) = await MigrateAsync(null);
        Assert.True(exitCode == 1, output + error);
        var different = output.Split('\n').Where(line => line.Contains("DIFERE", StringComparison.Ordinal)).Select(line => line.Trim().Split("  ")[0]);
        Assert.Equal(changes.Select(one => one.Title).Order(StringComparer.Ordinal), different.Order(StringComparer.Ordinal));
        Assert.Contains("nenhum nó inicia assim", error, StringComparison.Ordinal);
        await AssertNoNodeStartsAsync();

        foreach (var (_, _, undo) in changes) await ExecuteAsync(undo);
        Assert.Equal(0, (await MigrateAsync(null)).ExitCode);
    }

    private async Task AssertSameAsync(IReadOnlyList<string> before)
    {
        await using var database = new PostgresDatabase(_database);
        await using var store = OldServer.Open(database);
        Assert.Equal(before, OldServer.Everything(store));
        Assert.Equal(OldServer.Unfinished, await CountAsync("select count(*) from qrtz_triggers"));
        // What comes next comes after all that was before.
        Assert.True(store.NextNumber() > OldServer.Jobs);
        Assert.True(await CountAsync("select nextval('event_numbers') - max(number) from job_events") > 0);
        foreach (var table in new[] { "ledger", "ledger_accounts", "deploys" }) Assert.True(await CountAsync($"select nextval(pg_get_serial_sequence('{table}', 'number')) - max(number) from {table}") > 0, table);
    }

    private async Task AssertNoNodeStartsAsync()
    {
        using var node = new TemporaryFolder();
        var (exitCode, _, error) = await PublishedServer.RunAsync(node, ["serve", "--Urls=http://127.0.0.1:0", .. _cluster]);
        Assert.Equal(1, exitCode);
        Assert.Contains("a mudança não terminou", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output, string Error)> MigrateAsync(string? step) =>
        PublishedServer.RunAsync(_folder, step is null ? [] : new Dictionary<string, string> { ["BOTPHONE_CRASH_AFTER"] = step }, ["db", "migrate", "--to", "postgres", .. _cluster]);

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(_database);
        await using var command = source.CreateCommand(sql);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(_database);
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
