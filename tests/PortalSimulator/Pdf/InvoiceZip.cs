using System.IO.Compression;
using BotPhone.PortalSimulator.Febraban;

namespace BotPhone.PortalSimulator.Pdf;

/// <summary>Invoices handed over as a ZIP.</summary>
internal static class InvoiceZip
{
    /// <param name="invoices">One PDF each, if nothing else is said.</param>
    /// <param name="trouble">A variant of T27, or null.</param>
    /// <param name="others">Where the second PDF, of another client, is taken from.</param>
    /// <param name="files">As what each invoice is in it.</param>
    public static byte[] Make(IReadOnlyList<SimulatedInvoice> invoices, string? trouble, IReadOnlyList<SimulatedInvoice> others, CopyFiles files = CopyFiles.Pdf)
    {
        var folder = trouble == "caminho" ? "../" : "";
        var stranger = others.First(other => other.Client != invoices[0].Client && other.HasText);
        var zip = Pack(trouble == "dois" ? [stranger, .. invoices] : invoices, folder, files);
        return trouble == "corrompido" ? zip[..(zip.Length / 2)] : zip;
    }

    private static byte[] Pack(IReadOnlyList<SimulatedInvoice> invoices, string folder, CopyFiles files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (i, invoice) in invoices.Index())
            {
                var name = $"{folder}fatura_{invoice.Month:yyyy-MM}_{i + 1}";
                if (files != CopyFiles.Text) Add(zip, $"{name}.pdf", invoice, invoice.Pdf.Span);
                if (files != CopyFiles.Pdf) Add(zip, $"{name}.txt", invoice, FebrabanText.Of(invoice));
            }
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, SimulatedInvoice invoice, ReadOnlySpan<byte> bytes)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = new(invoice.Month, TimeOnly.MinValue, TimeSpan.Zero);
        using var content = entry.Open();
        content.Write(bytes);
    }
}
