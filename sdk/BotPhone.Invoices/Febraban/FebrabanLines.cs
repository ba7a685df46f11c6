using System.Text;

namespace BotPhone.Invoices.Febraban;

/// <summary>The lines of a file in Latin-1 or UTF-8, one at a time: never more of it in memory than a line.</summary>
internal static class FebrabanLines
{
    // A character of a Portuguese text has 3 bytes at most; then CR.
    private const int MostBytes = (FebrabanLine.Length * 3) + 1;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads lines that end with LF or CR LF; the last may do without.</summary>
    /// <exception cref="Sdk.OperatorException">A line has not 350 characters, or the last one ends in its middle.</exception>
    public static IEnumerable<FebrabanLine> Read(Stream content)
    {
        var bytes = new byte[MostBytes];
        var (length, number) = (0, 1);
        for (int next; (next = content.ReadByte()) >= 0;)
        {
            if (next == '\n')
            {
                yield return Line(bytes.AsSpan(0, length), number++);
                length = 0;
            }
            else if (length == bytes.Length)
            {
                throw FebrabanFault.OfLength(number, $"mais de {FebrabanLine.Length}");
            }
            else
            {
                bytes[length++] = (byte)next;
            }
        }

        if (length > 0) yield return length >= FebrabanLine.Length ? Line(bytes.AsSpan(0, length), number) : throw FebrabanFault.Truncated(number - 1);
    }

    private static FebrabanLine Line(ReadOnlySpan<byte> bytes, int number)
    {
        if (bytes is [.., (byte)'\r']) bytes = bytes[..^1];
        if (number == 1 && bytes.StartsWith(Mark)) bytes = bytes[Mark.Length..];
        var text = Decode(bytes);
        return text.Length == FebrabanLine.Length ? new FebrabanLine(text, number) : throw FebrabanFault.OfLength(number, $"{text.Length}");
    }

    // A line of as many bytes as characters can only be Latin-1, or ASCII, which both are.
    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == FebrabanLine.Length) return Encoding.Latin1.GetString(bytes);
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
