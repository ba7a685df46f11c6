using System.Globalization;
using System.Text;

namespace BotPhone.PortalSimulator.Febraban;

/// <summary>An invoice as a FEBRABAN telecom text file (V3R0), in Latin-1.</summary>
public static class FebrabanText
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>The whole file, with LF at the end of each line.</summary>
    public static byte[] Of(SimulatedInvoice invoice) => Encoding.Latin1.GetBytes(string.Concat(LinesOf(invoice).Select(line => line + "\n")));

    /// <summary>Its lines: two resources whose totals, with an adjustment each way, are what is to be paid.</summary>
    public static IReadOnlyList<string> LinesOf(SimulatedInvoice invoice)
    {
        var first = Math.Round(invoice.Amount * 0.6m, 2);
        List<FebrabanLine> lines = [Header(invoice), .. Resource(1, first), .. Resource(2, invoice.Amount - first), Adjustment('+'), Adjustment('-'), Note(invoice)];
        lines.Add(Trailer(invoice, lines.Count + 1));
        return [.. lines.Select((line, i) => line.Text(i + 1, invoice))];
    }

    private static FebrabanLine Header(SimulatedInvoice invoice) => new FebrabanLine("00")
        .With(61, Date(invoice.DueDate)).With(72, invoice.Issuer, 15).With(87, "0" + Cnpj.Complete("987654320001")).With(104, invoice.Code[..10]).With(119, invoice.Client.Name, 30)
        .With(149, "0" + invoice.Client.Cnpj).With(164, "V3R0").With(168, invoice.Code[^12..]).With(184, invoice.Line);

    private static IEnumerable<FebrabanLine> Resource(int number, decimal total)
    {
        var phone = $"1130005{number:0000}";
        return
        [
            new FebrabanLine("10").With(83, phone).With(165, Money(total * 0.2m)).With(178, Money(total)),
            new FebrabanLine("30").With(83, phone),
            new FebrabanLine("40").With(83, phone).With(148, "Mensalidade do serviço", 31).With(179, Money(total + 1)),
            new FebrabanLine("50").With(83, phone).With(158, Money(1)),
            new FebrabanLine("60").With(83, phone),
        ];
    }

    private static FebrabanLine Adjustment(char sign) =>
        new FebrabanLine("70").With(95, "Acerto da conta anterior", 46).With(141, Money(200)).With(154, "00100").With(159, sign.ToString()).With(160, Money(2));

    private static FebrabanLine Note(SimulatedInvoice invoice) => new FebrabanLine("80").With(94, Money(invoice.Amount)).With(108, "000" + invoice.TaxNote);

    private static FebrabanLine Trailer(SimulatedInvoice invoice, int lines) =>
        new FebrabanLine("99").With(53, Date(invoice.DueDate)).With(76, Money(invoice.Amount)).With(89, lines.ToString("000000000000", Invariant));

    private static string Date(DateOnly date) => date.ToString("yyyyMMdd", Invariant);

    private static string Money(decimal amount) => Math.Round(amount * 100).ToString("0000000000000", Invariant);
}
