using BotPhone.Sdk;

namespace NovaOperadora;

/// <summary>Signs in to the portal, finds the newest open invoice of an account, and downloads its PDF.</summary>
[Operator("NOVA_OPERADORA", Settings = typeof(NovaOperadoraSettings))]
public sealed class NovaOperadoraOperator : IOperator
{
    public async Task<OperatorResult> RunAsync(JobContext job)
    {
        var request = job.Payload<InvoiceRequest>();
        var settings = job.Settings<NovaOperadoraSettings>();

        job.Step("Abrindo o portal", 0);
        var portal = await job.OpenPortalAsync();
        portal.Watch(settings.Signs);
        await portal.GoAsync(settings.Address);

        job.Step("Entrando", 20);
        await portal.FillAsync(settings.User, request.Login);
        await portal.FillAsync(settings.Password, request.Password);
        await job.SignInAsync(
            send: () => portal.ClickAsync(settings.SignIn),
            confirm: () => portal.WaitForAsync(settings.SignOut),
            signOut: () => portal.ClickAsync(settings.SignOut));

        job.Step($"Procurando a fatura {request.Filter}", 40);
        var rows = await portal.ReadTableAsync(settings.Invoices);
        var invoice = InvoiceSelection.Newest(rows.Select(row => settings.Columns.Read(row, request)), request.Filter, request.Cnpj);

        job.Step($"Baixando o PDF que vence em {invoice.DueDate:dd/MM/yyyy}", 70);
        var expected = new ExpectedInvoice(request.Cnpj, invoice.Account, invoice.DueDate);
        return new OperatorResult(await job.FetchInvoiceAsync(expected, () => portal.DownloadInRowAsync(invoice.Origin, settings.Pdf)));
    }
}
