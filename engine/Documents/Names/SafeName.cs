using System.Security.Cryptography;
using System.Text;

namespace BotPhone.Documents.Names;

/// <summary>Makes of any text a name of small letters, digits and <c>_</c>; a <c>-</c> comes only before a hash.</summary>
internal static class SafeName
{
    public const int MaxLength = 64;

    /// <summary>Stands for a text without a letter or digit.</summary>
    private const string Empty = "conta";

    private const int HashLength = 8;

    /// <summary>
    /// The letters and digits of a text in small letters, accents taken off, and its <c>_</c>: notation, as everywhere in accounts, does
    /// not count. When more than that is lost, a hash of all that counts follows, so that different texts stay different.
    /// </summary>
    public static string Of(string text)
    {
        var counting = string.Concat(text.Where(letter => char.IsLetterOrDigit(letter) || letter == '_')).ToUpperInvariant();
        if (counting.Length == 0) return Empty;
        var kept = string.Concat(counting.Select(WithoutAccent).Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'));
        var name = kept.ToLowerInvariant();
        if (kept == counting && name.Length <= MaxLength && name != Empty) return name;
        return WithHash(name.Length == 0 ? Empty : name[..Math.Min(name.Length, MaxLength - HashLength - 1)], counting);
    }

    public static string WithHash(string name, string original) =>
        $"{name}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(original)))[..HashLength]}";

    // By hand: string.Normalize does nothing where the server runs without the system's tables of languages.
    private static char WithoutAccent(char capital) => capital switch
    {
        >= 'À' and <= 'Å' => 'A',
        'Ç' => 'C',
        >= 'È' and <= 'Ë' => 'E',
        >= 'Ì' and <= 'Ï' => 'I',
        'Ñ' => 'N',
        >= 'Ò' and <= 'Ö' => 'O',
        >= 'Ù' and <= 'Ü' => 'U',
        'Ý' => 'Y',
        _ => capital,
    };
}
