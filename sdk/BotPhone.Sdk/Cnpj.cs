using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace BotPhone.Sdk;

/// <summary>
/// A Brazilian company number: 12 digits or capital letters (letters since July 2026) and 2 check digits. Equal numbers are
/// equal however they were written.
/// </summary>
public readonly record struct Cnpj
{
    private const int Length = 14;
    private readonly string? _value;

    private Cnpj(string value) => _value = value;

    /// <summary>The 14 characters without punctuation, for example <c>11222333000181</c>.</summary>
    public string Value => _value ?? new string('0', Length);

    /// <summary>Whether the two check digits agree with the rest. A wrong pair is no reason to refuse a CNPJ, only to warn.</summary>
    public bool HasValidCheckDigits => Value[12] == CheckDigit(Value.AsSpan(0, 12)) && Value[13] == CheckDigit(Value.AsSpan(0, 13));

    /// <summary>Reads a CNPJ with or without punctuation, in capital or small letters.</summary>
    /// <param name="text">What was written; <c>. / -</c>, white space and soft hyphens are left out.</param>
    /// <param name="cnpj">The number, when the shape is right.</param>
    /// <returns>False when what remains is not 12 digits or letters and 2 digits.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Cnpj cnpj)
    {
        cnpj = default;
        if (text is null) return false;

        var value = new StringBuilder(Length);
        foreach (var character in text)
        {
            if (character is '.' or '/' or '-' or '\u00AD' || char.IsWhiteSpace(character)) continue;
            var upper = char.ToUpperInvariant(character);
            var allowed = char.IsAsciiDigit(upper) || (char.IsAsciiLetterUpper(upper) && value.Length < 12);
            if (!allowed || value.Length == Length) return false;
            value.Append(upper);
        }

        if (value.Length != Length) return false;
        cnpj = new Cnpj(value.ToString());
        return true;
    }

    /// <summary>Reads a CNPJ as <see cref="TryParse"/> does.</summary>
    /// <param name="text">What was written.</param>
    /// <exception cref="FormatException">The shape is wrong.</exception>
    public static Cnpj Parse(string text) =>
        TryParse(text, out var cnpj) ? cnpj : throw new FormatException($"'{text}' is not a CNPJ: 12 digits or letters and 2 digits were expected.");

    /// <summary>The usual form with punctuation, for example <c>11.222.333/0001-81</c>.</summary>
    public override string ToString() => $"{Value[..2]}.{Value[2..5]}.{Value[5..8]}/{Value[8..12]}-{Value[12..]}";

    // Weights 2..9 from the right, over again; a character is worth its ASCII code less 48.
    private static char CheckDigit(ReadOnlySpan<char> characters)
    {
        var sum = 0;
        for (var i = 0; i < characters.Length; i++)
            sum += (characters[i] - '0') * (2 + ((characters.Length - 1 - i) % 8));
        var remainder = sum % 11;
        return (char)('0' + (remainder < 2 ? 0 : 11 - remainder));
    }
}
