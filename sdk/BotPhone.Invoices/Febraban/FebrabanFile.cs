using BotPhone.Sdk;

namespace BotPhone.Invoices.Febraban;

/// <summary>A telecom invoice as a text file of FEBRABAN's layout, version V3R0.</summary>
/// <param name="Header">Record 00.</param>
/// <param name="Trailer">Record 99.</param>
/// <param name="NamesAccount">Whether the account that was asked for is the file's own, its client's or invoice's number, or a resource.</param>
/// <param name="TaxNote">The number of the one tax note, without the zeros before it; null when there is none, or more than one.</param>
/// <param name="SumFault">What does not add up, in Portuguese, or null.</param>
internal sealed record FebrabanFile(FebrabanHeader Header, FebrabanTrailer Trailer, bool NamesAccount, string? TaxNote, string? SumFault)
{
    private const long MostBytes = 200 * 1024 * 1024;

    /// <summary>Whether a file is one by its first bytes: record 00, number 1.</summary>
    public static bool Is(string path)
    {
        using var content = File.OpenRead(path);
        var mark = FebrabanLines.Mark;
        var start = "00000000000001"u8;
        var head = new byte[mark.Length + start.Length];
        var read = head.AsSpan(0, content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        return read.StartsWith(start) || (read.StartsWith(mark) && read[mark.Length..].StartsWith(start));
    }

    /// <param name="path">A file of that kind.</param>
    /// <param name="account">The one that was asked for.</param>
    /// <exception cref="OperatorException">The file is damaged, cut short or too large.</exception>
    public static FebrabanFile Read(string path, string account)
    {
        using var content = File.OpenRead(path);
        if (content.Length > MostBytes) throw FebrabanFault.TooLarge(MostBytes);
        var reading = new FebrabanReading(InvoiceSelection.Normalize(account));
        foreach (var line in FebrabanLines.Read(content)) reading.Add(line);
        return reading.End();
    }
}
