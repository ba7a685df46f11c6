using System.Text.Json;
using BotPhone.PortalSimulator.Sessions;
using BotPhone.PortalSimulator.Troubles;
using Microsoft.AspNetCore.Http.Extensions;

namespace BotPhone.PortalSimulator.Oi;

/// <summary>The portal's pages: one shell for all of them, which the script in it turns into what the address says.</summary>
internal sealed class OiPages(OiPortal oi)
{
    private const string List = "/minhas-faturas";
    private readonly PageTroubles _troubles = new(oi.Troubles, oi.Pauses, () => oi.Untrusted);

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var page in (string[])["/", List, List + "/detalhe/{n:int}", "/downloads"])
            routes.MapGet(page, OpenAsync);
        routes.MapGet("/app/style.css", () => Results.Text(oi.Skin.Style("style.css"), "text/css"));
        routes.MapGet("/app/{file}.js", (string file) =>
            oi.Skin.Script(file) is { } script ? Results.Bytes(script, "text/javascript") : Results.NotFound());
    }

    private async Task OpenAsync(HttpContext http)
    {
        var session = oi.Sessions.Of(http);
        var user = session?.Login.User;
        var trouble = _troubles.Take(http, user);
        oi.Record(EventKind.Page, user, seen => seen with { Address = http.Request.GetDisplayUrl(), Result = trouble?.Kind });
        if (trouble is null || await _troubles.HappenAsync(http, trouble, Instead))
            await SendShellAsync(http, session);
    }

    private string Instead(string trouble) => oi.Skin.Page(trouble == "T07" ? "maintenance.html" : "challenge.html");

    private Task SendShellAsync(HttpContext http, PortalSession? session)
    {
        var filtered = http.Request.Path == List && http.Request.QueryString.HasValue;
        var config = new
        {
            login = oi.Login.GetLeftPart(UriPartial.Authority),
            keepFilter = session is null || !filtered || session.Count("filtro") > oi.Options.LoadsThatLoseFilter,
        };
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(oi.Skin.Page("shell.html", ("config", JsonSerializer.Serialize(config))), http.RequestAborted);
    }
}
