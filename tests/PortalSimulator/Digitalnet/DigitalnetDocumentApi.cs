using System.Net.Mime;
using BotPhone.PortalSimulator.Sessions;
using BotPhone.PortalSimulator.Troubles;

namespace BotPhone.PortalSimulator.Digitalnet;

/// <summary>The documents of one invoice: the boleto, which is encrypted, and the tax note.</summary>
internal sealed class DigitalnetDocumentApi(DigitalnetPortal digitalnet)
{
    private readonly PdfTroubles _pdf = new(digitalnet.Troubles, digitalnet.Invoices);

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/invoices/{number:int}", Detail);
        api.MapGet("/documents/{code}/boleto", (HttpContext http, string code) => SendAsync(http, code, isNote: false));
        api.MapGet("/documents/{code}/note", (HttpContext http, string code) => SendAsync(http, code, isNote: true));
    }

    private IResult Detail(HttpContext http, int number)
    {
        var login = SignedIn.Session(http).Login;
        var book = new DigitalnetBook(login);
        if (book.At(number) is not { } invoice)
            return Results.NotFound(new { error = "invoice" });
        if (SignedIn.IsHollow(http))
            return DigitalnetBearer.Refused;
        digitalnet.Record(EventKind.Detail, login.User, seen => About(seen, invoice));
        return Results.Ok(new
        {
            invoice = DigitalnetInvoiceCard.Of(invoice, book, digitalnet.Texts),
            code = invoice.Code,
            noteIssued = digitalnet.Troubles.Take("T30", login.User) is null,
            newTab = digitalnet.Troubles.Take("T28", login.User) is not null,
            changed = digitalnet.Changed(login, "boleto") ?? digitalnet.Changed(login, "nota"),
        });
    }

    private async Task SendAsync(HttpContext http, string code, bool isNote)
    {
        var login = SignedIn.Session(http).Login;
        var invoice = digitalnet.Invoices.FirstOrDefault(one => one.Code == code);
        var refusal = Refusal(http, login, invoice);
        var trouble = refusal is null ? _pdf.Take(login.User, one => isNote == (one.Variant == "nota")) : null;
        digitalnet.Record(EventKind.Pdf, login.User, seen => About(seen with { Code = code }, invoice) with { Status = refusal ?? PdfTroubles.StatusOf(trouble) });
        if (refusal is { } status)
            http.Response.StatusCode = status;
        else
            await _pdf.SendAsync(http, invoice!, trouble, one => isNote ? Task.FromResult(DigitalnetTaxNote.Of(one)) : BoletoAsync(one, invoice!.Client, login));
    }

    // What is mixed up is mixed up where documents are kept; they are locked at the door, for whoever asks.
    private Task<ReadOnlyMemory<byte>> BoletoAsync(SimulatedInvoice sent, SimulatedClient asking, SimulatedLogin login)
    {
        var password = digitalnet.Troubles.Take("T26", login.User) is null ? asking.Cnpj[..3] : "segredo";
        return digitalnet.Locked.OfAsync(sent, password);
    }

    private static int? Refusal(HttpContext http, SimulatedLogin login, SimulatedInvoice? invoice)
    {
        if (invoice is null)
            return StatusCodes.Status404NotFound;
        if (!login.Holds(invoice.Client))
            return StatusCodes.Status403Forbidden;
        return SignedIn.IsHollow(http) ? StatusCodes.Status401Unauthorized : null;
    }

    private static SimulatedEvent About(SimulatedEvent seen, SimulatedInvoice? invoice) =>
        invoice is null ? seen : seen with { Code = invoice.Code, Cnpj = invoice.Client.Cnpj, Account = invoice.Account };
}
