using System.Globalization;
using BotPhone.Sdk;

namespace BotPhone.Documents;

/// <summary>The name under which an invoice is kept: <c>faturas/{operadora}/{cnpj}/{operadora}_{ano e mês do vencimento}_{conta}.pdf</c>.</summary>
internal static class InvoiceKey
{
    private const int LongestAccount = 64;

    public static StorageKey Of(string operatorCode, ExpectedInvoice invoice)
    {
        var code = operatorCode.ToLowerInvariant();
        var account = Safe(InvoiceSelection.Normalize(invoice.Account));
        var month = invoice.DueDate.ToString("yyyyMM", CultureInfo.InvariantCulture);
        return StorageKey.Parse($"faturas/{code}/{invoice.Cnpj.Value.ToLowerInvariant()}/{code}_{month}_{account}.pdf");
    }

    private static string Safe(string account)
    {
        var ascii = string.Concat(account.Where(char.IsAsciiLetterOrDigit).Take(LongestAccount)).ToLowerInvariant();
        return ascii.Length > 0 ? ascii : "conta";
    }
}
