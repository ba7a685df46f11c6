using BotPhone.Sdk;

namespace BotPhone.Operators.Embratel;

/// <summary>
/// Signs in to EMBRATEL's portal, goes over to the host of the invoices, finds the newest open invoice of an account, and prints
/// its documents into one PDF.
/// </summary>
[Operator("EMBRATEL", Settings = typeof(EmbratelSettings), OneSessionPerLogin = true)]
public sealed class EmbratelOperator : IOperator
{
    /// <inheritdoc/>
    public async Task<OperatorResult> RunAsync(JobContext job)
    {
        var request = job.Payload<InvoiceRequest>();
        var settings = job.Settings<EmbratelSettings>();
        var filter = EmbratelFilter.Parse(request.Filter);

        job.Step("Abrindo o portal", 0);
        var portal = await job.OpenPortalAsync(selfSigned: [settings.InvoiceSite]);
        portal.Watch(settings.Signs, settings.Spinner);
        await portal.GoAsync(settings.Address);

        job.Step("Entrando", 15);
        await SignInAsync(job, portal, settings, request);
        await CheckCompanyAsync(portal, settings, request.Cnpj);

        job.Step("Acessando o Fatura On Line", 25);
        await portal.ClickAsync(settings.InvoicesMenu);
        await portal.ClickAsync(settings.EnterInvoices);

        job.Step($"Procurando a fatura {request.Filter}", 30);
        var list = new EmbratelInvoiceList(portal, settings, request, filter);
        var invoice = await list.NewestAsync();

        job.Step($"Abrindo a fatura que vence em {invoice.DueDate:dd/MM/yyyy}", 60);
        await list.OpenAsync(invoice);

        job.Step("Imprimindo os documentos", 70);
        var expected = new ExpectedInvoice(request.Cnpj, invoice.Account, invoice.DueDate);
        return new OperatorResult(await new EmbratelDocuments(job, portal, settings, expected).FetchAsync());
    }

    private static async Task SignInAsync(JobContext job, Portal portal, EmbratelSettings settings, InvoiceRequest request)
    {
        await portal.FillAsync(settings.User, request.Login);
        await portal.FillAsync(settings.Password, request.Password);
        await job.SignInAsync(
            send: () => portal.ClickAsync(settings.SignIn),
            confirm: () => portal.WaitForAsync(settings.SignOut),
            signOut: async () =>
            {
                // An error page has no way out: the portal's own pages do.
                if (!await portal.IsShownAsync(settings.SignOut)) await portal.GoAsync(settings.Address);
                await portal.ClickAsync(settings.SignOut);
                await portal.WaitForAsync(settings.SignIn);
            });
        // From now on the sign-in form says that the session is over.
        portal.Watch([.. settings.Signs, .. settings.SessionSigns], settings.Spinner);
    }

    private static async Task CheckCompanyAsync(Portal portal, EmbratelSettings settings, Cnpj wanted)
    {
        var companies = await portal.ReadRowsAsync(settings.Companies);
        if (!companies.Any(company => Cnpj.TryParse(company[settings.CompanyCnpj], out var cnpj) && cnpj == wanted))
            throw new OperatorException(ErrorCode.ClientNotFound, $"o CNPJ {wanted} não está entre as {companies.Count} empresas deste acesso");
    }
}
