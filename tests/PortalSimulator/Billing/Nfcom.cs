using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BotPhone.PortalSimulator.Billing;

/// <summary>The tax note of an invoice (NFCom, model 62): its number, and the 44 digits of its access key.</summary>
internal static class Nfcom
{
    private const string State = "35";
    private const string Model = "62";
    private const string Series = "001";
    private const string IssuedNormally = "10";

    /// <summary>9 digits.</summary>
    public static string Number(string code) => (Hash("nota", code) % 1_000_000_000).ToString("000000000", CultureInfo.InvariantCulture);

    public static string Key(string code, string issuer, DateOnly month)
    {
        var company = Cnpj.Complete((Hash("emitente", issuer) % 100_000_000).ToString("00000000", CultureInfo.InvariantCulture) + "0001");
        var own = (Hash("chave", code) % 10_000_000).ToString("0000000", CultureInfo.InvariantCulture);
        var digits = State + month.ToString("yyMM", CultureInfo.InvariantCulture) + company + Model + Series + Number(code) + IssuedNormally + own;
        return digits + (CheckDigit.Modulo11(digits) is var digit && digit > 9 ? 0 : digit);
    }

    private static ulong Hash(string what, string text) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{what}|{text}")));
}
