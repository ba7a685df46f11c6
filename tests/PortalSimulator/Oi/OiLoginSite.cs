using BotPhone.PortalSimulator.Troubles;

namespace BotPhone.PortalSimulator.Oi;

/// <summary>The second origin: the sign-in frame. It has no cookie; a ticket goes to the top page by a message.</summary>
internal sealed class OiLoginSite(OiPortal oi)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/entrar", Open);
        routes.MapPost("/entrar", (Delegate)SignInAsync).AddEndpointFilter(new LostAnswer(oi.Troubles));
        routes.MapPost("/nova-senha", NewPassword);
        routes.MapGet("/style.css", () => Results.Text(oi.Skin.Style("style.css"), "text/css"));
    }

    private IResult Open(HttpContext http)
    {
        oi.Record(EventKind.Page, null, seen => seen with { Address = new Uri(oi.Login, "/entrar").AbsoluteUri });
        return oi.Troubles.Take("T05", null, one => one.Variant == "quadro") is null ? Form(http) : Html(http, oi.Skin.Page("challenge.html"));
    }

    private async Task<IResult> SignInAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var (user, password) = (form[oi.Texts.UserField].ToString(), form[oi.Texts.PasswordField].ToString());
        var login = oi.Logins.FirstOrDefault(one => one.User == user);
        var (result, answer) = Answer(http, user, login?.Password == password ? login : null);
        oi.Record(EventKind.LoginPost, user, seen => seen with { Result = result });
        return answer;
    }

    private (string Result, IResult Answer) Answer(HttpContext http, string user, SimulatedLogin? login)
    {
        if (oi.Troubles.Take("T02", user) is not null)
            return ("conta_bloqueada", Form(http, oi.Texts.Locked));
        if (login is null || oi.Troubles.Take("T01", user) is not null)
            return ("senha_invalida", Form(http, oi.Texts.WrongPassword));
        if (oi.Troubles.Take("T03", user) is not null)
            return ("senha_expirada", Html(http, oi.Skin.Page("new-password.html")));
        return ("ok", Html(http, oi.Skin.Page("welcome.html", ("ticket", oi.Tickets.Give(login)), ("portal", Origin(oi.Site)))));
    }

    private IResult NewPassword(HttpContext http)
    {
        oi.Record(EventKind.NewPasswordPost, null);
        return Html(http, oi.Skin.Page("new-password.html"));
    }

    private IResult Form(HttpContext http, string notice = "")
    {
        var button = oi.Troubles.Take("T13", null, one => one.Element == "entrar")?.Variant switch
        {
            null => oi.Skin.Page("login-button.html"),
            "renomeado" => oi.Skin.Page("login-button-renamed.html"),
            _ => "",
        };
        return Html(http, oi.Skin.PageWith("login.html", "button", button, ("notice", notice)));
    }

    private IResult Html(HttpContext http, string html)
    {
        http.Response.Headers.ContentSecurityPolicy = $"frame-ancestors {Origin(oi.Site)}";
        return Results.Content(html, "text/html; charset=utf-8");
    }

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
