using System.Globalization;
using BotPhone.Jobs;

namespace BotPhone.Ledger;

/// <summary>The ledger and its gaps as tables. Long numbers are written as people write them, so that a spreadsheet does not round them.</summary>
internal static class LedgerTables
{
    private const int Page = 500;
    private const int BoletoLength = 47;
    private static readonly NumberFormatInfo Brazilian = new() { NumberDecimalSeparator = "," };

    private static readonly string[] EntryColumns =
    [
        "operadora", "cnpj", "conta", "mes", "vencimento", "valor", "competencia", "linha_digitavel", "key", "size", "sha256", "job_id", "guardada_em", "observacao", "removida_em",
    ];

    private static readonly string[] GapColumns = ["operadora", "cnpj", "conta", "mes"];

    private static readonly string[] FailureColumns = ["operadora", "cnpj", "conta", "job_id", "error_code", "error", "em", "tentativas"];

    public static CsvTable Of(IInvoiceLedger ledger, LedgerQuery query) => new("faturas.csv", EntryColumns, AllAsync(query with { Limit = Page }, async asked =>
    {
        var page = await ledger.ListAsync(asked);
        return (page.Entries, page.Next is { } next ? asked with { After = next } : null);
    }).Select(Row));

    public static CsvTable Of(IInvoiceLedger ledger, AccountQuery query, Func<HeldAccount, AccountGaps> gapsOf) => new("lacunas.csv", GapColumns, AllAsync(query with { Limit = Page }, async asked =>
    {
        var page = await ledger.AccountsAsync(asked);
        return (page.Accounts, page.Next is { } next ? asked with { After = next } : null);
    }).Select(gapsOf).SelectMany(gaps => gaps.Missing.Select(month => Row(gaps, month))));

    public static CsvTable Of(IFailedAccounts failures, FailureQuery query) => new("falhas.csv", FailureColumns, AllAsync(query with { Limit = Page }, async asked =>
    {
        var page = await failures.ListAsync(asked);
        return (page.Accounts, page.Next is { } next ? asked with { After = next } : null);
    }).Select(Row));

    private static async IAsyncEnumerable<TItem> AllAsync<TQuery, TItem>(TQuery first, Func<TQuery, Task<(IReadOnlyList<TItem> Items, TQuery? Next)>> read)
        where TQuery : class
    {
        for (var query = first; query is not null;)
        {
            var (items, next) = await read(query);
            foreach (var item in items) yield return item;
            query = next;
        }
    }

    private static IReadOnlyList<string?> Row(LedgerEntry entry)
    {
        var body = LedgerEntryBody.Of(entry);
        return
        [
            body.Operadora, entry.Invoice.Account.Cnpj.ToString(), body.Conta, body.Mes, body.Vencimento, body.Valor?.ToString("0.00", Brazilian), body.Fatura?.Competencia,
            Grouped(body.Fatura?.LinhaDigitavel), body.Key, body.Size.ToString(CultureInfo.InvariantCulture), body.Sha256, body.JobId.ToString(), Moment(body.GuardadaEm),
            body.Observacao, Moment(body.RemovidaEm),
        ];
    }

    private static IReadOnlyList<string?> Row(AccountGaps gaps, Month month) =>
        [gaps.Account.Operator, gaps.Account.Cnpj.ToString(), gaps.Account.Number, month.ToString()];

    private static IReadOnlyList<string?> Row(FailedAccount failed)
    {
        var body = FailedAccountBody.Of(failed);
        return
        [
            body.Operadora, failed.Account.Cnpj.ToString(), body.Conta, body.JobId.ToString(), body.ErrorCode, body.Error, Moment(body.Em),
            body.Tentativas.ToString(CultureInfo.InvariantCulture),
        ];
    }

    private static string? Moment(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    // 00190.55003 00210.034567 78202.601106 3 13220000018990, or four blocks of twelve.
    private static string? Grouped(string? line) => line?.Length == BoletoLength
        ? $"{line[..5]}.{line[5..10]} {line[10..15]}.{line[15..21]} {line[21..26]}.{line[26..32]} {line[32]} {line[33..]}"
        : line is null ? null : string.Join(' ', line.Chunk(12).Select(block => new string(block)));
}
