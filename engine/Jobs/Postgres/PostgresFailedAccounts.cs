using BotPhone.Hosting;

namespace BotPhone.Jobs.Postgres;

/// <summary>The accounts without a success in the jobs' own database, written by the jobs' own writer.</summary>
internal sealed class PostgresFailedAccounts(PostgresDatabase database, PostgresWriter writer) : IFailedAccounts
{
    private const string Fail = """
        insert into failed_accounts (operator, cnpj, account, at, position, attempts, document) values (@operator, @cnpj, @account, @at, @position, 1, @document)
        on conflict (cnpj, account, operator) do update
        set at = excluded.at, position = excluded.position, attempts = failed_accounts.attempts + 1, document = excluded.document
        """;

    public async ValueTask<FailurePage> ListAsync(FailureQuery query)
    {
        var filter = PostgresFilter.Of(query.Filter).And("position < @after", PostgresJobStore.Text("after", query.After));
        var found = await database.Source.ReadAsync(
            $"select document, attempts from failed_accounts where {filter.Conditions} order by position desc limit @limit",
            row => StoredJson.Read(row.GetString(0), StoredJson.Default.FailedAccount) with { Attempts = row.GetInt32(1) },
            [.. filter.Parameters, new("limit", query.Limit + 1)]);
        if (found.Count <= query.Limit) return new FailurePage(found, null);
        found.RemoveAt(query.Limit);
        return new FailurePage(found, found[^1].Position);
    }

    public Task RemoveAsync(DateTimeOffset before) =>
        writer.CommitAsync(transaction => transaction.ExecuteAsync("delete from failed_accounts where at < @before", PostgresJobStore.Moment("before", before)));

    /// <summary>Notes how a job ended, as a part of the change that ends it.</summary>
    public static void Note(PostgresTransaction transaction, Job job)
    {
        if (job.Client.AccountWith(job.Operator) is not { } account) return;
        if (FailedJob.Of(job) is not { } failure)
        {
            transaction.Post("delete from failed_accounts where cnpj = @cnpj and account = @account and operator = @operator", PostgresInvoiceLedger.Values(account));
            return;
        }

        var failed = new FailedAccount(account, job.Client.Filter!, failure, 1);
        transaction.Post(
            Fail,
            [
                .. PostgresInvoiceLedger.Values(account), PostgresJobStore.Moment("at", failure.At), PostgresJobStore.Text("position", failed.Position),
                PostgresJobStore.Json("document", StoredJson.Write(failed, StoredJson.Default.FailedAccount)),
            ]);
    }
}
