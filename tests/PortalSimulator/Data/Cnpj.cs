namespace BotPhone.PortalSimulator;

internal static class Cnpj
{
    public static string Format(string cnpj) => $"{cnpj[..2]}.{cnpj[2..5]}.{cnpj[5..8]}/{cnpj[8..12]}-{cnpj[12..]}";

    public static string Clean(string text) => new([.. text.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
}
