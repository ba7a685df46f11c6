using System.Globalization;
using BotPhone.Sdk;

namespace BotPhone.Operators.Oi;

/// <summary>Signs in to OI's portal, finds the newest open invoice of an account, and downloads its PDF.</summary>
[Operator("OI", Settings = typeof(OiSettings))]
public sealed class OiOperator : IOperator
{
    /// <inheritdoc/>
    public async Task<OperatorResult> RunAsync(JobContext job)
    {
        var request = job.Payload<InvoiceRequest>();
        var settings = job.Settings<OiSettings>();

        job.Step("Abrindo o portal", 0);
        var portal = await job.OpenPortalAsync();
        portal.Watch(settings.Signs, settings.Spinner, settings.Overlays);
        await portal.GoAsync(settings.Address);

        job.Step("Entrando", 15);
        await SignInAsync(job, portal, settings, request);

        job.Step($"Procurando a fatura {request.Filter}", 30);
        var list = new OiInvoiceList(portal, settings, request);
        var invoice = InvoiceSelection.Newest(await list.ReadAsync(), request.Filter, request.Cnpj);

        job.Step($"Abrindo a fatura que vence em {invoice.DueDate:dd/MM/yyyy}", 60);
        await list.OpenAsync(invoice.Origin);
        await CheckDueDateAsync(portal, settings, invoice.DueDate);

        var expected = new ExpectedInvoice(request.Cnpj, invoice.Account, invoice.DueDate);
        return new OperatorResult(await job.FetchInvoiceAsync(expected, await WayToTheFileAsync(job, portal, settings, list, invoice)));
    }

    // The form lives in a frame of another origin; what goes wrong shows there, and success is the page around it.
    private static async Task SignInAsync(JobContext job, Portal portal, OiSettings settings, InvoiceRequest request)
    {
        await job.SignInAsync(
            send: () => portal.InFrameAsync(settings.SignInFrame, async () =>
            {
                await portal.FillAsync(settings.User, request.Login);
                await portal.FillAsync(settings.Password, request.Password);
                await portal.ClickAsync(settings.SignIn);
            }),
            confirm: () => portal.WaitForAsync(settings.SignOut),
            signOut: async () =>
            {
                // An error page has no way out: the portal's own pages do.
                if (!await portal.IsShownAsync(settings.SignOut)) await portal.GoAsync(settings.Address);
                await portal.ClickAsync(settings.SignOut);
                await portal.WaitForAsync(settings.SignInFrame);
            });
        // From now on a sign-in frame says that the session is over.
        portal.Watch([.. settings.Signs, .. settings.SessionSigns], settings.Spinner, settings.Overlays);
        await portal.WaitGoneAsync(settings.Spinner);
    }

    // The list and the detail must speak of the same invoice.
    private static async Task CheckDueDateAsync(Portal portal, OiSettings settings, DateOnly listed)
    {
        var shown = await portal.ReadAsync(settings.DueDate);
        if (shown != listed.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture))
            throw new OperatorException(ErrorCode.LayoutChanged, $"o detalhe mostra o vencimento {shown}, e a lista {listed:dd/MM/yyyy}");
    }

    // Either the detail links to the PDF, or it says that the invoice is archived and must be asked for.
    private static async Task<Func<Task<DownloadedFile>>> WayToTheFileAsync(
        JobContext job, Portal portal, OiSettings settings, OiInvoiceList list, ListedInvoice<TableRow> invoice)
    {
        if (await portal.WaitForAnyAsync([settings.Pdf, settings.Archived]) == settings.Archived)
        {
            job.Step("Pedindo a segunda via", 70);
            var copy = new OiSecondCopy(portal, settings);
            await copy.AskAsync(list, invoice.Origin);
            job.Step("Baixando a segunda via", 80);
            return copy.DownloadAsync;
        }

        job.Step("Baixando o PDF", 75);
        var detail = await portal.AddressAsync();
        return async () =>
        {
            // An error page takes the detail away, so a second try opens it again.
            if (await portal.AddressAsync() != detail) await portal.GoAsync(detail);
            return await portal.DownloadAsync(settings.Pdf);
        };
    }
}
