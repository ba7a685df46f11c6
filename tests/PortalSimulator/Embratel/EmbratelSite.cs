using BotPhone.PortalSimulator.Sessions;
using BotPhone.PortalSimulator.Troubles;

namespace BotPhone.PortalSimulator.Embratel;

/// <summary>The first host: signing in, the companies of the login, the way to the invoices, signing out.</summary>
internal sealed class EmbratelSite(EmbratelPortal embratel)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        embratel.Pages(routes, signedIn: false).MapGet("/", (string? aviso) => SignInForm(aviso == "sessao" ? embratel.Texts.SessionEnded : ""));
        routes.MapPost("/logon.do", (Delegate)SignInAsync).AddEndpointFilter(new LostAnswer(embratel.Troubles));
        routes.MapPost("/trocar-senha.do", NewPassword);
        routes.MapGet("/sair.do", SignOut);
        routes.MapGet("/style.css", () => Results.Text(embratel.Skin.Style("style.css"), "text/css"));
        var pages = embratel.Pages(routes);
        pages.MapGet("/inicio.do", Home);
        pages.MapGet("/fatura-online.do", Gate);
    }

    private async Task<IResult> SignInAsync(HttpContext http)
    {
        var form = await EmbratelForm.ReadAsync(http.Request);
        var (user, password) = (form.GetValueOrDefault(embratel.Texts.UserField, ""), form.GetValueOrDefault(embratel.Texts.PasswordField, ""));
        var login = embratel.Logins.FirstOrDefault(one => one.User == user && one.Password == password);
        var (result, answer) = Answer(http, user, login);
        embratel.Record(EventKind.LoginPost, user, seen => seen with { Result = result });
        return answer;
    }

    private (string Result, IResult Answer) Answer(HttpContext http, string user, SimulatedLogin? login)
    {
        if (embratel.Troubles.Take("T02", user) is not null)
            return ("conta_bloqueada", SignInForm(embratel.Texts.Locked));
        if (login is null || embratel.Troubles.Take("T01", user) is not null)
            return ("senha_invalida", SignInForm(embratel.Texts.WrongPassword));
        if (embratel.Troubles.Take("T03", user) is not null)
            return ("senha_expirada", embratel.Html.Send(embratel.Skin.Page("new-password.html"), user));
        embratel.Sessions.Open(http, login, alone: true);
        return ("ok", Results.Redirect("/inicio.do"));
    }

    private IResult NewPassword()
    {
        embratel.Record(EventKind.NewPasswordPost, null);
        return embratel.Html.Send(embratel.Skin.Page("new-password.html"), null);
    }

    private IResult SignInForm(string notice)
    {
        var challenge = embratel.Troubles.Take("T05", null, one => one.Variant == "formulario") is null ? "" : embratel.Skin.Page("login-challenge.html");
        return embratel.Html.Send(embratel.Skin.PageWith("login.html", "challenge", challenge, ("notice", notice)), null);
    }

    private IResult Home(HttpContext http)
    {
        var login = SignedIn.Session(http).Login;
        var companies = string.Concat(login.Clients.Select(client => embratel.Skin.Page("home-company.html", ("cnpj", Cnpj.Format(client.Cnpj)), ("name", client.Name))));
        var page = embratel.Skin.PageWith("home.html", "companies", companies, ("name", login.Name));
        return embratel.Html.Send(page + embratel.Script(login, "alert", "home-alert.html"), login.User);
    }

    private IResult Gate(HttpContext http)
    {
        var session = SignedIn.Session(http);
        var page = embratel.Skin.Page("gate.html", ("address", new Uri(embratel.InvoiceSite, "/FaturaOnLine/acesso.do").AbsoluteUri), ("ticket", embratel.Tickets.Give(session)));
        return embratel.Html.Send(page + embratel.Script(session.Login, "confirm", "gate-confirm.html"), session.Login.User);
    }

    private IResult SignOut(HttpContext http)
    {
        if (embratel.Sessions.Of(http) is { } session)
        {
            embratel.Sessions.End(session);
            embratel.Record(EventKind.Logout, session.Login.User);
        }

        return Results.Redirect("/");
    }
}
