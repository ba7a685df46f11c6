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
        portal.Watch(settings.Signs, settings.Spinner);
        await portal.GoAsync(settings.Address);

        job.Step("Entrando", 15);
        await SignInAsync(portal, settings, request);
        try
        {
            job.Step($"Procurando a fatura {request.Filter}", 30);
            var list = new OiInvoiceList(portal, settings, request.Cnpj);
            var invoice = InvoiceSelection.Newest(await list.ReadAsync(), request.Filter, request.Cnpj);

            job.Step($"Abrindo a fatura que vence em {invoice.DueDate:dd/MM/yyyy}", 60);
            await list.OpenAsync(invoice.Origin);
            await CheckDueDateAsync(portal, settings, invoice.DueDate);

            job.Step("Baixando o PDF", 75);
            var expected = new ExpectedInvoice(request.Cnpj, invoice.Account, invoice.DueDate);
            return new OperatorResult(await job.FetchInvoiceAsync(expected, await DownloadFromHereAsync(portal, settings)));
        }
        finally
        {
            job.Step("Saindo do portal");
            await SignOutAsync(portal, settings);
        }
    }

    // The form lives in a frame of another origin; what goes wrong shows there, and success is the page around it.
    private static async Task SignInAsync(Portal portal, OiSettings settings, InvoiceRequest request)
    {
        await portal.InFrameAsync(settings.SignInFrame, async () =>
        {
            await portal.FillAsync(settings.User, request.Login);
            await portal.FillAsync(settings.Password, request.Password);
            await portal.ClickAsync(settings.SignIn);
        });
        await portal.WaitForAsync(settings.SignOut);
        await portal.WaitGoneAsync(settings.Spinner);
    }

    // The list and the detail must speak of the same invoice.
    private static async Task CheckDueDateAsync(Portal portal, OiSettings settings, DateOnly listed)
    {
        var shown = await portal.ReadAsync(settings.DueDate);
        if (shown != listed.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture))
            throw new OperatorException(ErrorCode.LayoutChanged, $"o detalhe mostra o vencimento {shown}, e a lista {listed:dd/MM/yyyy}");
    }

    // An error page takes the detail away, so a second try opens it again.
    private static async Task<Func<Task<DownloadedFile>>> DownloadFromHereAsync(Portal portal, OiSettings settings)
    {
        var detail = await portal.AddressAsync();
        return async () =>
        {
            if (await portal.AddressAsync() != detail) await portal.GoAsync(detail);
            return await portal.DownloadAsync(settings.Pdf);
        };
    }

    private static async Task SignOutAsync(Portal portal, OiSettings settings)
    {
        try
        {
            if (await portal.ClickIfPresentAsync(settings.SignOut)) await portal.WaitForAsync(settings.SignInFrame);
        }
        catch (OperatorException)
        {
            // The session ends by itself; what happened before matters more.
        }
    }
}
