using BotPhone.Sdk;

namespace BotPhone.Operators.Vivo;

/// <summary>A service whose invoices are in the older portal, which opens in a tab of its own: a form and a table.</summary>
internal sealed class VivoOldPortal(Portal portal, VivoOldSettings settings, VivoRequest request, string name, Func<Task> choose) : IVivoService
{
    public string Name => name;

    public async Task<IReadOnlyList<ListedInvoice<VivoInvoice>>> ReadAsync()
    {
        IReadOnlyList<TableRow> rows = [];
        await portal.InNewWindowAsync(choose, async () =>
        {
            await SearchAsync();
            if (await portal.WaitForAnyAsync([settings.List.Place, settings.Empty]) != settings.Empty) rows = await portal.ReadRowsAsync(settings.List);
        });
        return [.. rows.Select(row => VivoInvoice.Read(this, row, settings.Columns, request))];
    }

    public async Task<VerifiedInvoice> FetchAsync(JobContext job, ExpectedInvoice expected, TableRow row)
    {
        VerifiedInvoice? invoice = null;
        await portal.InNewWindowAsync(choose, async () =>
        {
            await SearchAsync();
            await portal.ReadRowsAsync(settings.List);
            invoice = await job.FetchInvoiceAsync(expected, () => portal.DownloadInRowAsync(row, settings.Download));
        });
        return invoice!;
    }

    private async Task SearchAsync()
    {
        var shown = await portal.ReadAsync(settings.Current);
        if (!Cnpj.TryParse(shown, out var current) || current != request.Cnpj)
            throw new OperatorException(ErrorCode.LayoutChanged, $"o portal de contas mostra o cliente '{shown}', e não {request.Cnpj}");
        await portal.ChooseAsync(settings.Period, settings.WholePeriod);
        await portal.ClickAsync(settings.Search);
    }
}
