using System.Globalization;
using BotPhone.Sdk;

namespace BotPhone.Operators.Digitalnet;

/// <summary>Signs in to DIGITALNET's portal, finds the newest open invoice of a contract, and brings its boleto and its tax note in one PDF.</summary>
[Operator("DIGITALNET", Settings = typeof(DigitalnetSettings))]
public sealed class DigitalnetOperator : IOperator
{
    /// <inheritdoc/>
    public async Task<OperatorResult> RunAsync(JobContext job)
    {
        var request = job.Payload<InvoiceRequest>();
        var settings = job.Settings<DigitalnetSettings>();

        job.Step("Abrindo o portal", 0);
        var portal = await job.OpenPortalAsync();
        portal.Watch(settings.Signs, settings.Spinner);
        await portal.GoAsync(settings.Address);

        job.Step("Entrando", 10);
        await SignInAsync(job, portal, settings, request);

        job.Step($"Abrindo o contrato {request.Filter}", 30);
        await new DigitalnetContracts(portal, settings).OpenAsync(request);

        job.Step("Procurando a fatura em aberto mais nova", 45);
        var list = new DigitalnetInvoices(portal, settings);
        var invoice = InvoiceSelection.Newest(await list.ReadAsync(request), request.Filter, request.Cnpj);

        job.Step($"Abrindo a fatura que vence em {invoice.DueDate:dd/MM/yyyy}", 60);
        await list.OpenAsync(invoice.Origin);
        await CheckDueDateAsync(portal, settings, invoice.DueDate);

        var expected = new ExpectedInvoice(request.Cnpj, invoice.Account, invoice.DueDate);
        return new OperatorResult(await new DigitalnetDocuments(job, portal, settings).FetchAsync(expected));
    }

    // Some clients are asked for the CNPJ first and then for both, others for both at once. The password's field tells the last screen.
    private static async Task SignInAsync(JobContext job, Portal portal, DigitalnetSettings settings, InvoiceRequest request)
    {
        if (await portal.WaitForAnyAsync([settings.Password, settings.Identify]) == settings.Identify)
        {
            await portal.FillAsync(settings.User, request.Login);
            await portal.ClickAsync(settings.Identify);
        }

        await portal.FillAsync(settings.Password, request.Password);
        await portal.FillAsync(settings.User, request.Login);
        await job.SignInAsync(
            send: () => portal.ClickAsync(settings.SignIn),
            // Either shows that the password was taken; a session may be over as soon as it began.
            confirm: () => portal.WaitForAnyAsync([settings.SignOut, settings.SessionOver]),
            signOut: async () =>
            {
                // An error page has no way out: the portal's own pages do.
                if (!await portal.IsShownAsync(settings.SignOut)) await portal.GoAsync(settings.Address);
                await portal.ClickAsync(settings.SignOut);
                await portal.WaitForAsync(settings.User);
            });
        // From now on the token may run out at any moment, and a sign-in form says that the session is over.
        portal.Watch([.. settings.Signs, .. settings.SessionSigns], settings.Spinner, [settings.StaySignedIn]);
    }

    // The list and the detail must speak of the same invoice.
    private static async Task CheckDueDateAsync(Portal portal, DigitalnetSettings settings, DateOnly listed)
    {
        var shown = await portal.ReadAsync(settings.DueDate);
        if (shown != listed.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture))
            throw new OperatorException(ErrorCode.LayoutChanged, $"os documentos são da fatura que vence em {shown}, e a lista mostrou {listed:dd/MM/yyyy}");
    }
}
