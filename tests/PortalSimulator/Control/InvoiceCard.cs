using System.Text.Json.Serialization;

namespace BotPhone.PortalSimulator.Control;

/// <summary>An invoice as <c>GET /__sim/faturas</c> tells it.</summary>
internal sealed record InvoiceCard(
    [property: JsonPropertyName("portal")] string Portal,
    [property: JsonPropertyName("codigo")] string Code,
    [property: JsonPropertyName("cnpj")] string Cnpj,
    [property: JsonPropertyName("cliente")] string Client,
    [property: JsonPropertyName("conta")] string Account,
    [property: JsonPropertyName("referencia")] string Month,
    [property: JsonPropertyName("vencimento")] DateOnly DueDate,
    [property: JsonPropertyName("valor")] decimal Amount,
    [property: JsonPropertyName("situacao")] string Status,
    [property: JsonPropertyName("linha_digitavel")] string Line,
    [property: JsonPropertyName("sha256")] string Sha256)
{
    public static InvoiceCard Of(SimulatedInvoice invoice) => new(
        invoice.Portal, invoice.Code, invoice.Client.Cnpj, invoice.Client.Name, invoice.Account, Brazil.Month(invoice.Month),
        invoice.DueDate, invoice.Amount, StatusName(invoice.Status), invoice.Line, invoice.Sha256);

    private static string StatusName(InvoiceStatus status) => status switch
    {
        InvoiceStatus.Open => "aberta",
        InvoiceStatus.Overdue => "vencida",
        InvoiceStatus.Paid => "paga",
        InvoiceStatus.Cancelled => "cancelada",
        _ => "",
    };
}
