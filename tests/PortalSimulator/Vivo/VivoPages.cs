using System.Text.Json;
using BotPhone.PortalSimulator.Sessions;
using BotPhone.PortalSimulator.Troubles;
using Microsoft.AspNetCore.Http.Extensions;

namespace BotPhone.PortalSimulator.Vivo;

/// <summary>The portal's pages: that of signing in, and one shell for all others, for those who are signed in.</summary>
internal sealed class VivoPages(VivoPortal vivo)
{
    private readonly PageTroubles _troubles = new(vivo.Troubles, vivo.Pauses);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/entrar", (HttpContext http) => SendAsync(http, null, () => LoginPage(http)));
        foreach (var page in (string[])["/", "/servicos", "/inicio", "/contas/faturas"])
            routes.MapGet(page, OpenAsync);
        routes.MapGet("/api/session", Session);
        routes.MapPost("/api/terms", AcceptTerms);
        routes.MapPost("/api/logout", Close);
        routes.MapGet("/app/style.css", () => Results.Text(vivo.Skin.Style("style.css"), "text/css"));
        routes.MapGet("/app/{file}.js", (string file) => vivo.Skin.Script(file) is { } script ? Results.Bytes(script, "text/javascript") : Results.NotFound());
    }

    private Task OpenAsync(HttpContext http)
    {
        var session = vivo.Sessions.Of(http);
        if (session?.Use() == SessionState.Alive)
            return SendAsync(http, session.Login.User, () => vivo.Skin.Page("shell.html"));
        if (session is not null)
            vivo.Sessions.End(session);
        http.Response.Redirect(session is null && http.Request.Path == "/" ? "/entrar" : vivo.SignInAgain.PathAndQuery);
        return Task.CompletedTask;
    }

    private async Task SendAsync(HttpContext http, string? user, Func<string> page)
    {
        var trouble = _troubles.Take(http, user);
        vivo.Record(EventKind.Page, user, seen => seen with { Address = http.Request.GetDisplayUrl(), Result = trouble?.Kind });
        if (trouble is not null && !await _troubles.HappenAsync(http, trouble, kind => vivo.Skin.Page(kind == "T07" ? "maintenance.html" : "challenge.html")))
            return;
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(page(), http.RequestAborted);
    }

    private string LoginPage(HttpContext http) => vivo.Skin.Page(
        "login.html",
        ("notice", http.Request.Query.ContainsKey("sessao") ? vivo.Texts.SessionOver : ""),
        ("config", JsonSerializer.Serialize(new { changed = vivo.Changed(null, one => one.Element == "entrar") }, JsonSerializerOptions.Web)));

    private IResult Session(HttpContext http)
    {
        if (vivo.Sessions.Of(http) is not { Login: var login })
            return Results.Unauthorized();
        var user = login.User;
        var advert = vivo.Troubles.Take("T14", user)?.Variant;
        return Results.Ok(new
        {
            name = login.Name,
            clients = login.Clients.Count,
            terms = vivo.Troubles.Take("T04", user) is not null,
            stuck = vivo.Troubles.Take("T09", user, one => one.Variant == "spinner") is not null,
            cookies = advert == "cookies",
            survey = new { after = advert == "pesquisa" ? 0 : (int)vivo.Options.SurveyDelay.TotalMilliseconds, times = advert == "pesquisa" ? 3 : 1 },
            changed = vivo.Changed(user, one => one.Element != "entrar"),
        });
    }

    private IResult AcceptTerms(HttpContext http)
    {
        vivo.Record(EventKind.TermsAccepted, vivo.Sessions.Of(http)?.Login.User);
        return Results.NoContent();
    }

    private IResult Close(HttpContext http)
    {
        if (vivo.Sessions.Of(http) is { } session)
        {
            vivo.Sessions.End(session);
            vivo.Record(EventKind.Logout, session.Login.User);
        }

        return Results.NoContent();
    }
}
