using System.Net.Mime;
using BotPhone.PortalSimulator.Pdf;
using BotPhone.PortalSimulator.Sessions;
using BotPhone.PortalSimulator.Troubles;

namespace BotPhone.PortalSimulator.Vivo;

/// <summary>Documents: asked for on the list, prepared in the background, told of by a message, fetched with a token.</summary>
internal sealed class VivoFileApi(VivoPortal vivo)
{
    private const string Invoice = "invoice";
    private readonly PdfTroubles _pdf = new(vivo.Troubles, vivo.Invoices);

    private sealed record Wish(string Id, int Number, string? Kind);

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/api/documents", Ask);
        api.MapGet("/avisos", (Delegate)new VivoNews(vivo).TellAsync);
        api.MapGet("/arquivos/{token}", FetchAsync);
    }

    private IResult Ask(HttpContext http, Wish wish)
    {
        var session = SignedIn.Session(http);
        if (SignedIn.IsHollow(http))
            return Results.Unauthorized();
        if (new VivoBook(session.Login).At(wish.Number) is not { } invoice)
            return Results.NotFound();
        var trouble = vivo.Troubles.Take("T21", session.Login.User);
        TimeSpan? time = trouble?.Variant switch
        {
            "lenta" => trouble.Duration,
            "presa" => null,
            _ => vivo.Options.FileTime,
        };
        vivo.Record(EventKind.SecondCopyAsked, session.Login.User, seen => seen with { Codes = [invoice.Code] });
        vivo.Files.Of(session).Writer.TryWrite(new(wish.Id, invoice, time, trouble?.Variant == "erro" || wish.Kind != Invoice));
        return Results.NoContent();
    }

    private async Task FetchAsync(HttpContext http, string token)
    {
        var user = SignedIn.Session(http).Login.User;
        if (SignedIn.IsHollow(http) || vivo.Files.Redeem(token) is not { } invoice)
        {
            http.Response.StatusCode = StatusCodes.Status410Gone;
            return;
        }

        var trouble = _pdf.Take(user);
        vivo.Record(EventKind.Pdf, user, seen => seen with
        {
            Code = invoice.Code, Cnpj = invoice.Client.Cnpj, Account = invoice.Account, Status = PdfTroubles.StatusOf(trouble),
        });
        if (trouble is null && Zip(invoice, user) is { } zip)
            await SendAsync(http, zip);
        else
            await _pdf.SendAsync(http, invoice, trouble);
    }

    private byte[]? Zip(SimulatedInvoice invoice, string user)
    {
        var trouble = vivo.Troubles.Take("T27", user);
        var account = VivoInvoices.AccountOf(invoice);
        if (trouble is null && !account.IsZipped)
            return null;
        vivo.Record(EventKind.Zip, user, seen => seen with { Status = StatusCodes.Status200OK, Codes = [invoice.Code] });
        return InvoiceZip.Make(account.IsZipped ? [account.Invoices[0], invoice] : [invoice], trouble?.Variant, vivo.Invoices);
    }

    private static async Task SendAsync(HttpContext http, byte[] zip)
    {
        http.Response.ContentType = MediaTypeNames.Application.Zip;
        http.Response.Headers.ContentDisposition = "attachment; filename=\"documentos.zip\"";
        await http.Response.Body.WriteAsync(zip, http.RequestAborted);
    }
}
