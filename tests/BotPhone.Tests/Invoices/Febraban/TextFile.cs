using System.Text;
using BotPhone.Invoices;
using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Febraban;
using BotPhone.PortalSimulator.Oi;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Invoices.Febraban;

/// <summary>A FEBRABAN file of a made-up invoice, to be changed by position.</summary>
internal sealed class TextFile
{
    /// <summary>Where the first resource, an adjustment that is given back, and the last record are.</summary>
    public const int Resource = 1, GivenBack = 12, Note = 13, Last = 14;

    private readonly List<string> _lines;

    public TextFile(SimulatedInvoice? invoice = null)
    {
        Invoice = invoice ?? OiData.Simple.Expected!;
        _lines = [.. FebrabanText.LinesOf(Invoice)];
    }

    public SimulatedInvoice Invoice { get; }

    public int Count => _lines.Count;

    public ExpectedInvoice Expected => new(BotPhone.Sdk.Cnpj.Parse(Invoice.Client.Cnpj), Invoice.ShownAccount, Invoice.DueDate);

    public string Line(int line) => _lines[line];

    public TextFile With(int line, int at, string text)
    {
        _lines[line] = _lines[line][..at] + text + _lines[line][(at + text.Length)..];
        return this;
    }

    public TextFile Change(Action<List<string>> change)
    {
        change(_lines);
        return this;
    }

    public byte[] Bytes(Encoding? encoding = null, string end = "\n") => (encoding ?? Encoding.Latin1).GetBytes(string.Concat(_lines.Select(line => line + end)));

    public ProvenInvoice Prove() => Prove(Bytes(), Expected);

    public static ProvenInvoice Prove(byte[] content, ExpectedInvoice expected)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("fatura.pdf");
        File.WriteAllBytes(path, content);
        return InvoiceCheck.RunAsync(expected, new DownloadedFile(path, "fatura.txt"), default).GetAwaiter().GetResult();
    }
}
