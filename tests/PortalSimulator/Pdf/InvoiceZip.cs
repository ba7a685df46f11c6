using System.IO.Compression;

namespace BotPhone.PortalSimulator.Pdf;

/// <summary>Invoices handed over as a ZIP.</summary>
internal static class InvoiceZip
{
    /// <param name="invoices">One PDF each.</param>
    /// <param name="trouble">A variant of T27, or null.</param>
    /// <param name="others">Where the second PDF, of another client, is taken from.</param>
    public static byte[] Make(IReadOnlyList<SimulatedInvoice> invoices, string? trouble, IReadOnlyList<SimulatedInvoice> others)
    {
        var folder = trouble == "caminho" ? "../" : "";
        var stranger = others.First(other => other.Client != invoices[0].Client && other.HasText);
        var zip = Pack(trouble == "dois" ? [stranger, .. invoices] : invoices, folder);
        return trouble == "corrompido" ? zip[..(zip.Length / 2)] : zip;
    }

    private static byte[] Pack(IReadOnlyList<SimulatedInvoice> invoices, string folder)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (i, invoice) in invoices.Index())
            {
                var entry = zip.CreateEntry($"{folder}fatura_{invoice.Month:yyyy-MM}_{i + 1}.pdf");
                entry.LastWriteTime = new(invoice.Month, TimeOnly.MinValue, TimeSpan.Zero);
                using var content = entry.Open();
                content.Write(invoice.Pdf.Span);
            }
        }

        return bytes.ToArray();
    }
}
