using System.Globalization;
using BotPhone.PortalSimulator.Sessions;

namespace BotPhone.PortalSimulator.Embratel;

/// <summary>The host of the invoices: one page, the list of a month and the documents of an invoice in it.</summary>
internal sealed class EmbratelInvoiceSite(EmbratelPortal embratel)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var site = routes.MapGroup("/FaturaOnLine");
        site.MapPost("/acesso.do", (Delegate)EnterAsync);
        site.MapGet("/style.css", () => Results.Text(embratel.Skin.Style("style.css"), "text/css"));
        site.MapGet("/faturas.js", () => Results.Bytes(Embedded.Bytes("Embratel/Pages/App/faturas.js"), "text/javascript"));
        var pages = embratel.Pages(site);
        pages.MapGet("/faturas.do", (Delegate)Page);
        new EmbratelDocumentWindows(embratel).Map(pages);
        var pieces = site.MapGroup("").AddEndpointFilter(new SignedIn(embratel.Sessions, _ => Results.StatusCode(StatusCodes.Status401Unauthorized)).FilterAsync);
        pieces.MapGet("/lista.do", ListAsync);
        pieces.MapGet("/documentos.do", PanelAsync);
    }

    private async Task<IResult> EnterAsync(HttpContext http)
    {
        var form = await EmbratelForm.ReadAsync(http.Request);
        if (embratel.Tickets.Redeem(form.GetValueOrDefault("chave")) is not { } session)
            return Results.Redirect(embratel.SignInAgain);
        PortalSessions.Share(http, session);
        return Results.Redirect("/FaturaOnLine/faturas.do");
    }

    /// <summary>A session that is over without saying so is found out when the whole page is asked for.</summary>
    private IResult Page(HttpContext http)
    {
        if (SignedIn.IsHollow(http))
            return Results.Redirect(embratel.SignInAgain);
        var login = SignedIn.Session(http).Login;
        var pieces = new EmbratelPieces(embratel, login);
        var page = embratel.Skin.PageWith("invoices.html", "months", pieces.Months(),
                ("name", login.Name), ("signOut", new Uri(embratel.Site, "/sair.do").AbsoluteUri), ("signIn", embratel.SignInAgain),
                ("size", embratel.Options.PageSize.ToString(CultureInfo.InvariantCulture)),
                ("pause", embratel.Options.FilterDelay.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)))
            .Replace("%%panel%%", pieces.FirstPanel(), StringComparison.Ordinal);
        return embratel.Html.Send(page + embratel.Script(login, "alert", "invoices-alert.html") + embratel.Script(login, "beforeunload", "invoices-leaving.html"), login.User);
    }

    private async Task<IResult> ListAsync(HttpContext http, string mes)
    {
        var login = SignedIn.Session(http).Login;
        embratel.Record(EventKind.List, login.User, seen => seen with { Filter = mes });
        if (embratel.Troubles.Take("T09", login.User, one => one.Variant == "spinner") is not null)
            await embratel.Pauses.ForeverAsync(http);
        await embratel.Pauses.ForAsync(http, embratel.Options.Delay);
        return DateOnly.TryParseExact(mes, "yyyyMM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? embratel.Html.Send(new EmbratelPieces(embratel, login).List(month, SignedIn.IsHollow(http)), login.User)
            : Results.BadRequest();
    }

    private async Task<IResult> PanelAsync(HttpContext http, int n)
    {
        var login = SignedIn.Session(http).Login;
        await embratel.Pauses.ForAsync(http, embratel.Options.Delay);
        if (SignedIn.IsHollow(http) || new EmbratelBook(login).At(n) is not { } invoice)
            return Results.NotFound();
        embratel.Record(EventKind.Detail, login.User, seen => seen with { Code = invoice.Code, Cnpj = invoice.Client.Cnpj, Account = invoice.Account });
        return embratel.Html.Send(new EmbratelPieces(embratel, login).Panel(invoice), login.User);
    }
}
