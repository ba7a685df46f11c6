using System.Globalization;
using System.Text.RegularExpressions;
using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Embratel;
using BotPhone.Tests.Kit;
using UglyToad.PdfPig;

namespace BotPhone.Tests.Embratel;

/// <summary>The browser prints the documents, so nobody knows the file's bytes beforehand: its pages must be those of exactly one invoice.</summary>
internal static class PrintedInvoice
{
    private static readonly Dictionary<EmbratelDocument, string> Titles = new()
    {
        [EmbratelDocument.Invoice] = "SimEmbratel Fatura de Serviços",
        [EmbratelDocument.Boleto] = "SimEmbratel Boleto Bancário",
        [EmbratelDocument.Icms] = "SimEmbratel Nota Fiscal ICMS",
        [EmbratelDocument.Iss] = "SimEmbratel Nota Fiscal ISS",
    };

    /// <param name="pdf">What was stored.</param>
    /// <param name="expected">The one right invoice.</param>
    /// <param name="missing">A document that must not be there although the invoice has it.</param>
    public static async Task AssertIsAsync(byte[] pdf, SimulatedInvoice expected, EmbratelDocument? missing = null)
    {
        var pages = PagesOf(pdf);
        var documents = EmbratelData.DocumentsOf(expected).Where(one => one.Document != missing).ToList();
        Assert.Equal(documents.Sum(one => one.Pages), pages.Count);
        if (expected.HasText)
            AssertInOrder(pages, documents, expected);
        else
            Assert.All(pages, Assert.Empty);
        await AssertIsCleanAsync(pdf);
    }

    private static void AssertInOrder(IReadOnlyList<string> pages, IEnumerable<(EmbratelDocument Document, int Pages)> documents, SimulatedInvoice expected)
    {
        var at = 0;
        foreach (var (document, length) in documents)
        {
            Assert.StartsWith(Titles[document], pages[at], StringComparison.Ordinal);
            AssertNames(pages[at], expected);
            if (document is EmbratelDocument.Invoice or EmbratelDocument.Boleto)
                Assert.Contains(expected.Line, Regex.Replace(pages[at], "[ .-]", ""), StringComparison.Ordinal);
            for (var page = 2; page <= length; page++) Assert.Contains($"conta {expected.ShownAccount} ", pages[at + page - 1], StringComparison.Ordinal);
            at += length;
        }
    }

    private static void AssertNames(string page, SimulatedInvoice expected)
    {
        var due = expected.DueDate.ToString("dd/MM/yyyy", null);
        Assert.Contains($"Conta: {expected.ShownAccount} ", page, StringComparison.Ordinal);
        Assert.Contains($"CNPJ: {BotPhone.Sdk.Cnpj.Parse(expected.Client.Cnpj)} ", page, StringComparison.Ordinal);
        Assert.Contains($"Vencimento: {due} ", page, StringComparison.Ordinal);
        Assert.Contains(expected.Client.Name, page, StringComparison.Ordinal);
        Assert.Matches($@": {Regex.Escape(Money(expected.Amount))}\s", page);
    }

    private static string Money(decimal amount) =>
        "R$ " + amount.ToString("#,##0.00", new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." });

    private static List<string> PagesOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(page => string.Join(' ', page.GetWords().Select(word => word.Text)))];
    }

    /// <summary>A second opinion, on machines that have it: neither an error nor a warning.</summary>
    private static async Task AssertIsCleanAsync(byte[] pdf)
    {
        if (!File.Exists("/usr/bin/qpdf")) return;
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("fatura.pdf"), pdf);
        var ending = await Command.RunAsync("/usr/bin/qpdf", ["--check", folder.File("fatura.pdf")], "", new Dictionary<string, string>());
        Assert.True(ending.ExitCode == 0, ending.Output + ending.Error);
    }
}
