using BotPhone.PortalSimulator.Sessions;
using BotPhone.PortalSimulator.Troubles;

namespace BotPhone.PortalSimulator.Sat;

/// <summary>Signing in, by a call of the page's script that answers without a word, and signing out.</summary>
internal sealed class SatSignIn(SatPortal sat, SatScreen screen)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", OpenAsync);
        routes.MapPost("/autenticar", (Delegate)SignInAsync).AddEndpointFilter(new LostAnswer(sat.Troubles));
        routes.MapGet("/sair", SignOut);
    }

    private Task OpenAsync(HttpContext http)
    {
        if (sat.Sessions.Of(http) is null) return screen.SendAsync(http, () => sat.Skin.Page("login.html"));
        http.Response.Redirect("/painel");
        return Task.CompletedTask;
    }

    private async Task<IResult> SignInAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var (user, password) = (form[sat.Texts.UserField].ToString(), form[sat.Texts.PasswordField].ToString());
        var login = sat.Logins.FirstOrDefault(one => one.User == user && one.Password == password);
        var result = ResultOf(user, login);
        sat.Record(EventKind.LoginPost, user, seen => seen with { Result = result });
        if (sat.Troubles.Take("T09", user, one => one.Variant == "spinner") is not null) await sat.Pauses.ForeverAsync(http);
        if (result == "ok") sat.Sessions.Open(http, login!);
        return Results.Ok(new { situacao = result });
    }

    private string ResultOf(string user, SimulatedLogin? login)
    {
        if (sat.Troubles.Take("T02", user) is not null) return "conta_bloqueada";
        return login is null || sat.Troubles.Take("T01", user) is not null ? "senha_invalida" : "ok";
    }

    private IResult SignOut(HttpContext http)
    {
        if (sat.Sessions.Of(http) is { } session)
        {
            sat.Sessions.End(session);
            sat.Record(EventKind.Logout, session.Login.User);
        }

        return Results.Redirect("/");
    }
}
