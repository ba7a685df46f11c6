using BotPhone.Hosting;
using BotPhone.Sdk;
using Npgsql;
using NpgsqlTypes;

namespace BotPhone.Jobs.Postgres;

/// <summary>The ledger in the jobs' own database, written by the jobs' own writer.</summary>
internal sealed class PostgresInvoiceLedger(PostgresDatabase database, PostgresWriter writer) : IInvoiceLedger
{
    private const string Columns = "number, used_at, removed_at, document";

    // Another content under the same key: the file was gone, and has come again.
    private const string AddEntry = """
        insert into ledger (operator, cnpj, account, due_date, key, sha256, used_at, document) values (@operator, @cnpj, @account, @due, @key, @sha256, @used, @document)
        on conflict (cnpj, account, operator, due_date, key) where removed_at is null do update
        set used_at = excluded.used_at, sha256 = excluded.sha256, document = case when ledger.sha256 = excluded.sha256 then ledger.document else excluded.document end
        """;

    private const string AddMonth = """
        insert into ledger_accounts (operator, cnpj, account, months) values (@operator, @cnpj, @account, array[@month])
        on conflict (cnpj, account, operator) do update
        set months = (select array_agg(distinct month order by month) from unnest(ledger_accounts.months || excluded.months) month)
        """;

    public async ValueTask<IReadOnlyList<LedgerEntry>> HeldAsync(InvoiceIdentity invoice) => await database.Source.ReadAsync(
        $"select {Columns} from ledger where cnpj = @cnpj and account = @account and operator = @operator and due_date = @due and removed_at is null order by number desc",
        ReadEntry,
        [.. Values(invoice.Account), new("due", invoice.DueDate)]);

    public async ValueTask<LedgerPage> ListAsync(LedgerQuery query)
    {
        var filter = PostgresFilter.Of(query.Filter)
            .And("due_date >= @from", Day("from", query.From?.FirstDay))
            .And("due_date <= @to", Day("to", query.To?.LastDay))
            .And("(due_date, number) < (@due, @number)", Day("due", query.After?.DueDate));
        if (query.After is { } after) filter.Parameters.Add(new("number", after.Number));
        var found = await database.Source.ReadAsync(
            $"select {Columns} from ledger where {filter.Conditions} order by due_date desc, number desc limit @limit", ReadEntry, [.. filter.Parameters, new("limit", query.Limit + 1)]);
        if (found.Count <= query.Limit) return new LedgerPage(found, null);
        found.RemoveAt(query.Limit);
        return new LedgerPage(found, new LedgerPosition(found[^1].Invoice.DueDate, found[^1].Number));
    }

    public async ValueTask<AccountPage> AccountsAsync(AccountQuery query)
    {
        var filter = PostgresFilter.Of(query.Filter).And("number > @after", new("after", query.After));
        var found = await database.Source.ReadAsync(
            $"select number, operator, cnpj, account, months from ledger_accounts where {filter.Conditions} order by number limit @limit",
            row => new HeldAccount(row.GetInt64(0), new InvoiceAccount(row.GetString(1), Cnpj.Parse(row.GetString(2)), row.GetString(3)), [.. row.GetFieldValue<int[]>(4).Select(month => new Month(month))]),
            [.. filter.Parameters, new("limit", query.Limit + 1)]);
        if (found.Count <= query.Limit) return new AccountPage(found, null);
        found.RemoveAt(query.Limit);
        return new AccountPage(found, found[^1].Number);
    }

    public async ValueTask<IReadOnlyList<LedgerEntry>> UnusedSinceAsync(DateTimeOffset moment, int limit) => await database.Source.ReadAsync(
        $"select {Columns} from ledger where removed_at is null and used_at <= @moment order by used_at limit @limit", ReadEntry, PostgresJobStore.Moment("moment", moment), new("limit", limit));

    public async ValueTask<LedgerEntry?> FindAsync(long number) =>
        (await database.Source.ReadAsync($"select {Columns} from ledger where number = @number", ReadEntry, new NpgsqlParameter("number", number))).SingleOrDefault();

    public async ValueTask<bool> IsSharedAsync(LedgerEntry entry) =>
        (await database.Source.ReadAsync("select 1 from ledger where key = @key and removed_at is null limit 2", row => row.GetInt32(0), new NpgsqlParameter("key", entry.Document.Key))).Count > 1;

    public Task RemoveAsync(LedgerEntry entry, DateTimeOffset now) => writer.CommitAsync(transaction =>
        transaction.ExecuteAsync("update ledger set removed_at = @now where number = @number", new("number", entry.Number), PostgresJobStore.Moment("now", now)));

    /// <summary>Adds what a job owes the ledger, as a part of the change that ends the job.</summary>
    public static void Add(PostgresTransaction transaction, Job job)
    {
        foreach (var entry in LedgerEntry.Of(job))
        {
            transaction.Post(
                AddEntry,
                [
                    .. Values(entry.Invoice.Account), new("due", entry.Invoice.DueDate), new("key", entry.Document.Key), new("sha256", entry.Document.Sha256),
                    PostgresJobStore.Moment("used", entry.UsedAt), PostgresJobStore.Json("document", StoredJson.Write(entry, StoredJson.Default.LedgerEntry)),
                ]);
            transaction.Post(AddMonth, [.. Values(entry.Invoice.Account), new("month", entry.Invoice.Month.Index)]);
        }
    }

    public static NpgsqlParameter[] Values(InvoiceAccount account) => [new("operator", account.Operator), new("cnpj", account.Cnpj.Value), new("account", account.Number)];

    private static NpgsqlParameter Day(string name, DateOnly? day) => new(name, NpgsqlDbType.Date) { Value = (object?)day ?? DBNull.Value };

    private static LedgerEntry ReadEntry(NpgsqlDataReader row) => StoredJson.Read(row.GetString(3), StoredJson.Default.LedgerEntry) with
    {
        Number = row.GetInt64(0),
        UsedAt = row.GetFieldValue<DateTimeOffset>(1),
        RemovedAt = row.IsDBNull(2) ? null : row.GetFieldValue<DateTimeOffset>(2),
    };
}
