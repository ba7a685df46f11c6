using System.Globalization;
using BotPhone.Sdk;

namespace Claro;

[Operator("CLARO", Settings = typeof(ClaroSettings))]
public sealed class ClaroOperator : IOperator
{
    public async Task<OperatorResult> RunAsync(JobContext job)
    {
        var request = job.Payload<InvoiceRequest>();
        var settings = job.Settings<ClaroSettings>();

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

        job.Step("Baixando o PDF", 60);
        var dueDate = DateOnly.ParseExact(await portal.ReadAsync(settings.DueDate), "dd/MM/yyyy", CultureInfo.InvariantCulture);
        var expected = new ExpectedInvoice(request.Cnpj, request.Filter, dueDate);
        return new OperatorResult(await job.FetchInvoiceAsync(expected, () => portal.DownloadAsync(settings.Pdf)));
    }
}
