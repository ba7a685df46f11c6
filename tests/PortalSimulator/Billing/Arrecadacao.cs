using System.Globalization;

namespace BotPhone.PortalSimulator.Billing;

/// <summary>The 48 digits of a utility bill: four blocks of 11, each with a check digit.</summary>
internal static class Arrecadacao
{
    private const string ProductAndTelecom = "84";

    /// <param name="amount">What is to be paid.</param>
    /// <param name="company">The company's 4 digits.</param>
    /// <param name="free">The company's own 25 digits.</param>
    /// <param name="modulo">10 or 11: which rule gives the check digits.</param>
    public static string Line(decimal amount, string company, string free, int modulo = 10)
    {
        var head = ProductAndTelecom + (modulo == 10 ? '6' : '8');
        var tail = (amount * 100).ToString("00000000000", CultureInfo.InvariantCulture) + company + free;
        var code = head + Digit(head + tail, modulo) + tail;
        return string.Concat(code.Chunk(11).Select(block => new string(block)).Select(block => block + Digit(block, modulo)));
    }

    private static int Digit(string digits, int modulo) =>
        modulo == 10 ? CheckDigit.Modulo10(digits) : CheckDigit.Modulo11(digits) is var digit && digit > 9 ? 0 : digit;
}
