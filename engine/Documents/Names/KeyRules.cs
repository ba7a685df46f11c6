using System.Buffers;

namespace BotPhone.Documents.Names;

/// <summary>What a key may be, so that every file system and every object store takes it.</summary>
internal static class KeyRules
{
    private const string Extension = ".pdf";

    // A little less than the 255 of file systems and the 512 of a key: the store puts a number behind a name that is taken.
    private const int LongestPart = 240;
    private const int LongestKey = 480;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_./");

    private static readonly HashSet<string> Devices =
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"com{number}", $"lpt{number}" })];

    /// <summary>What is wrong with a key, in Portuguese, and the character at which it begins; null when nothing is.</summary>
    public static (int At, string Reason)? FaultOf(string key)
    {
        if (key.Length == 0) return (0, "o nome fica vazio");
        if (key.AsSpan().IndexOfAnyExcept(Allowed) is >= 0 and var foreign)
            return (foreign, $"{Shown(key[foreign])} não pode estar no nome: só letras minúsculas sem acento, números, '-', '_', '.' e '/'");
        if (key[0] == '/') return (0, "o nome não pode começar com '/'");
        var start = 0;
        foreach (var part in key.Split('/'))
        {
            if (FaultOfPart(part) is { } reason) return (start, reason);
            start += part.Length + 1;
        }

        if (!key.EndsWith(Extension, StringComparison.Ordinal)) return (key.Length - 1, $"o nome deve terminar em {Extension}");
        return key.Length > LongestKey ? (LongestKey, $"o nome chega a {key.Length} caracteres: o máximo é {LongestKey}") : null;
    }

    /// <summary>A key whose parts that Windows keeps for devices, such as <c>con</c>, have a hash behind them.</summary>
    public static string WithoutDevices(string key) => string.Join('/', key.Split('/').Select(part =>
        IsDevice(part) ? SafeName.WithHash(Stem(part), Stem(part)) + part[Stem(part).Length..] : part));

    private static string? FaultOfPart(string part) => part switch
    {
        "" => "falta um nome entre as barras, ou depois da última",
        ['.', ..] => $"'{part}' não pode começar com '.'",
        [.., '.'] => $"'{part}' não pode terminar com '.'",
        { Length: > LongestPart } => $"um nome entre barras chega a {part.Length} caracteres: o máximo é {LongestPart}",
        _ => IsDevice(part) ? $"'{part}' é um nome reservado no Windows" : null,
    };

    private static bool IsDevice(string part) => Devices.Contains(Stem(part));

    private static string Stem(string part) => part.Split('.')[0];

    private static string Shown(char letter) => char.IsLetterOrDigit(letter) || char.IsPunctuation(letter) || char.IsSymbol(letter) ? $"'{letter}'" : $"o caractere U+{(int)letter:X4}";
}
