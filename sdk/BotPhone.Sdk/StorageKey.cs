using System.Diagnostics.CodeAnalysis;

namespace BotPhone.Sdk;

/// <summary>
/// The name of a stored file, for example <c>faturas/oi/11222333000181/oi_202401_12345678.pdf</c>: parts joined by <c>/</c>, never leaving the store.
/// </summary>
public readonly record struct StorageKey
{
    private const int MaxLength = 512;
    private readonly string? _value;

    private StorageKey(string value) => _value = value;

    /// <summary>The whole key.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads a key.</summary>
    /// <param name="text">
    /// 1 to 512 characters; not absolute, no empty, <c>.</c> or <c>..</c> part, no control character and none of <c>\ : * ? " &lt; &gt; |</c>.
    /// </param>
    /// <param name="key">The key, when the text is one.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out StorageKey key)
    {
        key = default;
        if (text is not { Length: > 0 and <= MaxLength }) return false;
        if (text.Any(c => char.IsControl(c) || c is '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|')) return false;
        if (text.Split('/').Any(part => part.Trim() is "" or "." or "..")) return false;
        key = new StorageKey(text);
        return true;
    }

    /// <summary>Reads a key as <see cref="TryParse"/> does.</summary>
    /// <param name="text">The whole key.</param>
    /// <exception cref="FormatException">The text would leave the store.</exception>
    public static StorageKey Parse(string text) =>
        TryParse(text, out var key) ? key : throw new FormatException($"'{text}' is not the name of a stored file.");

    /// <summary>The whole key.</summary>
    public override string ToString() => Value;
}
