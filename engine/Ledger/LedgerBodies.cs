using System.Text.Json.Serialization;
using BotPhone.Jobs;

namespace BotPhone.Ledger;

internal sealed record LedgerBody(IReadOnlyList<LedgerEntryBody> Faturas, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NextCursor)
{
    public static LedgerBody Of(LedgerPage page) => new([.. page.Entries.Select(LedgerEntryBody.Of)], page.Next is { } next ? LedgerCursor.Write(next) : null);
}

internal sealed record LedgerEntryBody(
    string Operadora, string Cnpj, string Conta, string Mes, string Vencimento, decimal? Valor, string? Key, long Size, string Sha256, Guid JobId, DateTimeOffset GuardadaEm,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] InvoiceBody? Fatura,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Observacao,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? RemovidaEm)
{
    public static LedgerEntryBody Of(LedgerEntry entry)
    {
        var (account, document) = (entry.Invoice.Account, entry.Document);
        return new LedgerEntryBody(
            account.Operator, account.Cnpj.Value, account.Number, entry.Invoice.Month.ToString(), InvoiceBody.Date(entry.Invoice.DueDate)!, document.Fields?.Amount,
            entry.RemovedAt is null ? document.Key : null, document.Size, document.Sha256, entry.JobId, entry.StoredAt,
            document.Fields is { } fields ? InvoiceBody.Of(fields) : null, document.Note, entry.RemovedAt);
    }
}

internal sealed record GapsBody(IReadOnlyList<AccountGapsBody> Contas, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NextCursor)
{
    public static GapsBody Of(IEnumerable<AccountGaps> accounts, long? next) =>
        new([.. accounts.Select(AccountGapsBody.Of)], next?.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

internal sealed record AccountGapsBody(string Operadora, string Cnpj, string Conta, string Desde, string Ate, IReadOnlyList<string> Lacunas)
{
    public static AccountGapsBody Of(AccountGaps gaps) => new(
        gaps.Account.Operator, gaps.Account.Cnpj.Value, gaps.Account.Number, gaps.From.ToString(), gaps.To.ToString(), [.. gaps.Missing.Select(month => month.ToString())]);
}
