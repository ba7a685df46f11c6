using BotPhone.Sdk;

namespace BotPhone.Operators.Digitalnet;

/// <summary>The two documents of the invoice that is open. Each must prove on its own whose it is, before they become one file.</summary>
internal sealed class DigitalnetDocuments(JobContext job, Portal portal, DigitalnetSettings settings)
{
    public async Task<VerifiedInvoice> FetchAsync(ExpectedInvoice expected)
    {
        job.Step("Baixando o boleto", 70);
        var password = expected.Cnpj.Value[..settings.BoletoPasswordLength];
        var boleto = await job.FetchInvoiceAsync(expected, async () => await job.DecryptAsync(await portal.DownloadAsync(settings.Boleto), password));
        if (await portal.WaitForAnyAsync([settings.TaxNote, settings.TaxNotePending]) == settings.TaxNotePending)
        {
            DigitalnetLog.NoTaxNoteYet(job.Log);
            return boleto;
        }

        job.Step("Baixando a nota fiscal", 85);
        var note = await job.FetchInvoiceAsync(expected, () => portal.DownloadAsync(settings.TaxNote));
        return await job.FetchInvoiceAsync(expected, () => job.MergeAsync([FileOf(boleto), FileOf(note)]));
    }

    private static DownloadedFile FileOf(VerifiedInvoice document) => new(document.Path, Path.GetFileName(document.Path));
}
