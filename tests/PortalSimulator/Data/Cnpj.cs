using BotPhone.PortalSimulator.Billing;

namespace BotPhone.PortalSimulator;

internal static class Cnpj
{
    public static string Format(string cnpj) => $"{cnpj[..2]}.{cnpj[2..5]}.{cnpj[5..8]}/{cnpj[8..12]}-{cnpj[12..]}";

    public static string Clean(string text) => new([.. text.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);

    /// <summary>The first 12 characters with their check digits.</summary>
    public static string Complete(string twelve) => WithDigit(WithDigit(twelve));

    private static string WithDigit(string text) => text + (CheckDigit.Modulo11(text) is var digit && digit > 9 ? 0 : digit);
}
