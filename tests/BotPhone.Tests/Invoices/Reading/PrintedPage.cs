using System.Net;
using System.Text.RegularExpressions;
using BotPhone.PortalSimulator;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace BotPhone.Tests.Invoices.Reading;

/// <summary>What a browser would make of a page that asks to be printed, without one: its words, line by line.</summary>
internal static partial class PrintedPage
{
    private const int LinesOnPage = 60;
    private static readonly byte[] Font = ReadFont();

    public static byte[] Of(string html)
    {
        var words = WebUtility.HtmlDecode(Tag().Replace(EndOfLine().Replace(Unseen().Replace(html, ""), "\n"), " "));
        string[] lines = [.. words.Split('\n').Select(line => Blank().Replace(line, " ").Trim()).Where(line => line.Length > 0)];
        using var document = new PdfDocumentBuilder();
        var font = document.AddTrueTypeFont(Font);
        foreach (var part in lines.Chunk(LinesOnPage).DefaultIfEmpty([]))
        {
            var page = document.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
            foreach (var (i, line) in part.Index()) page.AddText(line, 8, new PdfPoint(30, 810 - (i * 13)), font);
        }

        return document.Build();
    }

    private static byte[] ReadFont()
    {
        using var content = typeof(SimulatedInvoice).Assembly.GetManifestResourceStream("Pdf/Fonts/DejaVuSansCondensed.ttf")!;
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return bytes;
    }

    [GeneratedRegex("<(head|script|style|svg)[^>]*>.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Unseen();

    [GeneratedRegex("</(p|tr|h1|h2|div|table)>|<br>")]
    private static partial Regex EndOfLine();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
