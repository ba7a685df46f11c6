using System.Globalization;
using BotPhone.PortalSimulator;
using BotPhone.Tests.Kit;
using UglyToad.PdfPig;

namespace BotPhone.Tests.Digitalnet;

/// <summary>What is stored of an invoice: its boleto, then its tax note, in a file that anyone may open.</summary>
internal static class MergedFile
{
    private const string Boleto = "Linha digitável para pagamento";
    private const string TaxNote = "DANFE-COM";
    private static readonly NumberFormatInfo Numbers = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    public static Task AssertIsAsync(byte[] file, SimulatedInvoice expected) => AssertPagesAsync(file, expected, Boleto, TaxNote);

    public static Task AssertIsBoletoAloneAsync(byte[] file, SimulatedInvoice expected) => AssertPagesAsync(file, expected, Boleto);

    private static async Task AssertPagesAsync(byte[] file, SimulatedInvoice expected, params string[] titles)
    {
        using (var document = PdfDocument.Open(file))
        {
            Assert.False(document.IsEncrypted);
            Assert.Equal(titles.Length, document.NumberOfPages);
            foreach (var (i, title) in titles.Index())
            {
                var text = string.Join(' ', document.GetPage(i + 1).GetWords().Select(word => word.Text));
                if (expected.HasText) AssertNames(text, title, expected);
                else Assert.Empty(text);
            }
        }

        await AssertSoundAsync(file);
    }

    private static void AssertNames(string text, string title, SimulatedInvoice expected)
    {
        var cnpj = expected.Client.Cnpj;
        var amount = "R$ " + expected.Amount.ToString("#,##0.00", Numbers);
        string[] names = [title, expected.ShownAccount, $"{cnpj[..2]}.{cnpj[2..5]}.{cnpj[5..8]}/{cnpj[8..12]}-{cnpj[12..]}", $"{expected.DueDate:dd/MM/yyyy}", amount];
        foreach (var name in names) Assert.Contains(name, text, StringComparison.Ordinal);
    }

    private static async Task AssertSoundAsync(byte[] file)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("fatura.pdf");
        await File.WriteAllBytesAsync(path, file);
        var check = await Command.RunAsync("qpdf", ["--check", path], "", new Dictionary<string, string>());
        Assert.True(check.ExitCode == 0, check.Output + check.Error);
        Assert.DoesNotContain("WARNING", check.Output + check.Error, StringComparison.Ordinal);
    }
}
