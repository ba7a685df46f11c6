using System.Globalization;
using System.Text.Json.Serialization;
using BotPhone.Invoices;

namespace BotPhone.Jobs;

internal sealed record DocumentBody(
    string Key, string Kind, long Size, string Sha256,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Vencimento,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] InvoiceBody? Fatura,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Observacao,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? JaGuardadaEm)
{
    public static DocumentBody Of(StoredDocument document) => new(
        document.Key, document.Kind, document.Size, document.Sha256, InvoiceBody.Date(document.DueDate),
        document.Fields is { } fields ? InvoiceBody.Of(fields) : null, document.Note, document.HeldSince);
}

internal sealed record InvoiceBody(
    string? Vencimento, decimal? Valor, string? Competencia, string? Conta, string? Cnpj, string? LinhaDigitavel, string? CodigoBarras,
    string? NotaFiscal, string? ChaveAcesso)
{
    public static InvoiceBody Of(InvoiceFields fields) => new(
        Date(fields.DueDate), fields.Amount, fields.Month?.ToString("MM/yyyy", CultureInfo.InvariantCulture), fields.Account, fields.Cnpj, fields.Line, fields.Barcode,
        fields.TaxNote, fields.AccessKey);

    public static string? Date(DateOnly? date) => date?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
