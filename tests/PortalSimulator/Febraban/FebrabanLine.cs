using System.Globalization;

namespace BotPhone.PortalSimulator.Febraban;

/// <summary>350 characters, filled by position.</summary>
internal sealed class FebrabanLine
{
    private const int Length = 350;
    private readonly char[] _text = new string(' ', Length).ToCharArray();

    public FebrabanLine(string type) => With(0, type);

    public FebrabanLine With(int at, string value, int most = Length)
    {
        value.AsSpan(0, Math.Min(value.Length, most)).CopyTo(_text.AsSpan(at));
        return this;
    }

    /// <summary>With what every line has.</summary>
    public string Text(int number, SimulatedInvoice invoice)
    {
        With(2, number.ToString("000000000000", CultureInfo.InvariantCulture)).With(14, invoice.ShownAccount);
        With(39, invoice.Month.ToString("yyyyMMdd", CultureInfo.InvariantCulture)).With(47, invoice.Month.ToString("yyyyMM", CultureInfo.InvariantCulture)).With(Length - 1, "F");
        return new string(_text);
    }
}
