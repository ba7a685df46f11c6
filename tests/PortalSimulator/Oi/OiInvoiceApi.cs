using BotPhone.PortalSimulator.Sessions;
using BotPhone.PortalSimulator.Troubles;

namespace BotPhone.PortalSimulator.Oi;

/// <summary>The list of invoices, one invoice, and its PDF.</summary>
internal sealed class OiInvoiceApi(OiPortal oi)
{
    private readonly PdfTroubles _pdf = new(oi.Troubles, oi.Invoices);

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/invoices", ListAsync);
        api.MapGet("/invoices/{n:int}", Detail);
        api.MapGet("/invoices/pdf/{code}", PdfAsync);
    }

    private async Task<IResult> ListAsync(HttpContext http, [AsParameters] OiFilter filter, int offset = 0)
    {
        var login = SignedIn.Session(http).Login;
        oi.Record(EventKind.List, login.User, seen => seen with { Filter = filter.ToString(), Offset = offset });
        await oi.Pauses.ForAsync(http, oi.Options.RowDelay);
        if (!filter.IsKnown)
            return Results.BadRequest(new { error = "filtro" });
        if (!filter.IsFor(login))
            return Results.NotFound(new { error = "cnpj" });
        var book = new OiBook(login);
        var found = SignedIn.IsHollow(http) ? [] : book.Find(filter);
        return Results.Ok(new
        {
            total = found.Count,
            size = oi.Options.PageSize,
            items = found.Skip(offset).Take(oi.Options.PageSize).Select(invoice => OiInvoiceCard.Of(invoice, book, oi.Texts)),
            redraws = oi.Troubles.Take("T20", login.User) is null ? 0 : 2,
            changed = Changed(login, "tabela") ?? Changed(login, "detalhes"),
        });
    }

    private IResult Detail(HttpContext http, int n)
    {
        var login = SignedIn.Session(http).Login;
        var book = new OiBook(login);
        if (SignedIn.IsHollow(http) || book.At(n) is not { } invoice)
            return Results.NotFound(new { error = "fatura" });
        oi.Record(EventKind.Detail, login.User, seen => About(seen, invoice));
        return Results.Ok(new { invoice = OiInvoiceCard.Of(invoice, book, oi.Texts), code = invoice.IsArchived ? null : invoice.Code, changed = Changed(login, "baixar") });
    }

    private async Task PdfAsync(HttpContext http, string code)
    {
        var login = SignedIn.Session(http).Login;
        var invoice = oi.Invoices.FirstOrDefault(one => one.Code == code);
        var refusal = Refusal(http, login, invoice);
        var trouble = refusal is null ? _pdf.Take(login.User) : null;
        oi.Record(EventKind.Pdf, login.User, seen => About(seen with { Code = code }, invoice) with { Status = refusal ?? PdfTroubles.StatusOf(trouble) });
        if (refusal is { } status)
            http.Response.StatusCode = status;
        else
            await _pdf.SendAsync(http, invoice!, trouble);
    }

    private static int? Refusal(HttpContext http, SimulatedLogin login, SimulatedInvoice? invoice)
    {
        if (invoice is null)
            return StatusCodes.Status404NotFound;
        if (!login.Holds(invoice.Client))
            return StatusCodes.Status403Forbidden;
        return SignedIn.IsHollow(http) ? StatusCodes.Status401Unauthorized : null;
    }

    private object? Changed(SimulatedLogin login, string element) =>
        oi.Troubles.Take("T13", login.User, one => one.Element == element) is { } trouble ? new { element, renamed = trouble.Variant == "renomeado" } : null;

    private static SimulatedEvent About(SimulatedEvent seen, SimulatedInvoice? invoice) =>
        invoice is null ? seen : seen with { Code = invoice.Code, Cnpj = invoice.Client.Cnpj, Account = invoice.Account };
}
