using BotPhone.Sdk;

namespace BotPhone.Operators.Vivo;

/// <summary>Signs in to VIVO's portal, finds the newest open invoice of an account or a line in all services of a company, and downloads it.</summary>
[Operator("VIVO", Payload = typeof(VivoRequest), Settings = typeof(VivoSettings), ReusesSession = true)]
public sealed class VivoOperator : IOperator
{
    /// <inheritdoc/>
    public async Task<OperatorResult> RunAsync(JobContext job)
    {
        var request = job.Payload<VivoRequest>();
        var settings = job.Settings<VivoSettings>();

        job.Step("Abrindo o portal", 0);
        var portal = await job.OpenPortalAsync();
        portal.Watch(settings.Signs, settings.Spinner, settings.Overlays);
        await portal.GoAsync(settings.Address);

        job.Step("Entrando", 10);
        await new VivoSignIn(portal, settings.Address, settings.SignIn).EnterAsync(job, request);
        // From now on a sign-in form says that the session is over.
        portal.Watch([.. settings.Signs, .. settings.SessionSigns], settings.Spinner, settings.Overlays);

        job.Step($"Escolhendo o cliente {request.Cnpj}", 25);
        await new VivoClient(portal, settings.Client).ChooseAsync(request.Cnpj);

        var invoices = new List<ListedInvoice<VivoInvoice>>();
        foreach (var service in await new VivoServices(portal, settings, request).FindAsync())
        {
            job.Step($"Procurando a fatura {request.Filter}{service.Name}", 40);
            invoices.AddRange(await service.ReadAsync());
        }

        var invoice = InvoiceSelection.Newest(invoices, request.Filter, request.Cnpj);
        job.Step($"Baixando a fatura que vence em {invoice.DueDate:dd/MM/yyyy}", 65);
        var expected = new ExpectedInvoice(request.Cnpj, invoice.Origin.Account, invoice.DueDate);
        return new OperatorResult(await invoice.Origin.FetchAsync(job, expected));
    }
}
