using BotPhone.PortalSimulator.Sessions;
using BotPhone.PortalSimulator.Troubles;

namespace BotPhone.PortalSimulator.Vivo;

/// <summary>The older portal, on an origin of its own: a form and a table.</summary>
internal sealed class VivoOldSite(VivoPortal vivo)
{
    private const string SessionCookie = "JSESSIONID_ANTIGO";
    private const string ClientCookie = "CLIENTE_ANTIGO";
    private static readonly DateOnly LastMonth = new(2026, 1, 1);

    private readonly PageTroubles _troubles = new(vivo.Troubles, vivo.Pauses);
    private readonly PdfTroubles _pdf = new(vivo.Troubles, vivo.Invoices);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", Enter);
        routes.MapGet("/consulta", (HttpContext http) => ShowAsync(http, _ => ""));
        routes.MapPost("/consulta", (Delegate)FindAsync);
        routes.MapPost("/segunda-via", (Delegate)SendAsync);
        routes.MapGet("/style.css", () => Results.Text(vivo.Skin.Style("old.css"), "text/css"));
    }

    private static IResult Enter(HttpContext http, string passe, string cliente)
    {
        http.Response.Cookies.Append(SessionCookie, passe, new() { HttpOnly = true });
        http.Response.Cookies.Append(ClientCookie, cliente, new() { HttpOnly = true });
        return Results.Redirect("/consulta");
    }

    private async Task FindAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var months = int.TryParse(form["periodo"], null, out var wanted) ? wanted : 3;
        await ShowAsync(http, session =>
        {
            vivo.Record(EventKind.List, session.Login.User, seen => seen with { Filter = $"old, {months}" });
            var book = new VivoBook(session.Login);
            var found = Client(http, book) is { } client ? book.Of(client, VivoService.Old).Where(one => one.Month > LastMonth.AddMonths(-months)).ToList() : [];
            return found.Count == 0
                ? vivo.Skin.Page("old-empty.html")
                : vivo.Skin.PageWith("old-table.html", "rows", string.Concat(found.Select(invoice => Row(invoice, book))));
        });
    }

    /// <summary>The form, and under it what came of it.</summary>
    private async Task ShowAsync(HttpContext http, Func<PortalSession, string> result)
    {
        if (Session(http) is not { } session)
        {
            http.Response.Redirect(vivo.SignInAgain.AbsoluteUri);
            return;
        }

        var trouble = _troubles.Take(http, session.Login.User);
        vivo.Record(EventKind.Page, session.Login.User, seen => seen with { Address = new Uri(vivo.Old, http.Request.Path.Value).AbsoluteUri, Result = trouble?.Kind });
        if (trouble is not null && !await _troubles.HappenAsync(http, trouble, kind => vivo.Skin.Page(kind == "T07" ? "maintenance.html" : "challenge.html")))
            return;
        var client = Client(http, new(session.Login));
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(
            vivo.Skin.PageWith("old.html", "result", result(session), ("client", client?.Name ?? ""), ("cnpj", client is null ? "" : Cnpj.Format(client.Cnpj))),
            http.RequestAborted);
    }

    private async Task SendAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        if (Session(http) is not { Login: var login } || !int.TryParse(form["documento"], null, out var number) || new VivoBook(login).At(number) is not { } invoice)
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var trouble = _pdf.Take(login.User);
        vivo.Record(EventKind.Pdf, login.User, seen => seen with
        {
            Code = invoice.Code, Cnpj = invoice.Client.Cnpj, Account = invoice.Account, Status = PdfTroubles.StatusOf(trouble),
        });
        await _pdf.SendAsync(http, invoice, trouble);
    }

    private PortalSession? Session(HttpContext http) =>
        http.Request.Cookies.TryGetValue(SessionCookie, out var id) && vivo.Sessions.Find(id) is { } session && session.Use() == SessionState.Alive ? session : null;

    private static SimulatedClient? Client(HttpContext http, VivoBook book) =>
        int.TryParse(http.Request.Cookies[ClientCookie], null, out var number) ? book.ClientAt(number) : null;

    private string Row(SimulatedInvoice invoice, VivoBook book)
    {
        var card = VivoInvoiceCard.Of(invoice, book, vivo.Texts);
        return vivo.Skin.Page(
            "old-row.html",
            ("number", $"{card.Number}"), ("account", card.Account), ("line", card.Line), ("due", card.Due), ("amount", card.Amount), ("status", card.Status));
    }
}
