using System.Globalization;
using BotPhone.Sdk;

namespace BotPhone.Documents.Names;

/// <summary>What a template may say of an invoice. No value is empty, a path, or longer than <see cref="SafeName.MaxLength"/>.</summary>
internal static class KeyVariables
{
    public static IReadOnlyList<string> Names { get; } = ["operadora", "cnpj", "conta", "filtro", "competencia", "ano", "mes", "vencimento"];

    /// <summary>The shortest values, usual ones and the longest: what a template makes of these, it can make of all.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Samples { get; } = [Sample("AA", "1"), Sample("EXEMPLO", "12345678"), Sample(new('A', 32), new('1', SafeName.MaxLength))];

    /// <param name="filter">What the client asked for, or null: the account stands for it.</param>
    public static IReadOnlyDictionary<string, string> Of(string operatorCode, ExpectedInvoice invoice, string? filter)
    {
        var account = SafeName.Of(InvoiceSelection.Normalize(invoice.Account));
        return new Dictionary<string, string>
        {
            ["operadora"] = SafeName.Of(operatorCode),
            ["cnpj"] = SafeName.Of(invoice.Cnpj.Value),
            ["conta"] = account,
            ["filtro"] = filter is not null && filter.Any(char.IsLetterOrDigit) ? SafeName.Of(filter) : account,
            ["competencia"] = Date("yyyyMM"),
            ["ano"] = Date("yyyy"),
            ["mes"] = Date("MM"),
            ["vencimento"] = Date("yyyyMMdd"),
        };

        string Date(string format) => invoice.DueDate.ToString(format, CultureInfo.InvariantCulture);
    }

    private static IReadOnlyDictionary<string, string> Sample(string code, string account) =>
        Of(code, new ExpectedInvoice(Cnpj.Parse("12.345.678/0001-90"), account, new DateOnly(2024, 1, 15)), account);
}
