using System.Text.Json;
using BotPhone.PortalSimulator.Troubles;
using Microsoft.AspNetCore.Http.Extensions;

namespace BotPhone.PortalSimulator.Digitalnet;

/// <summary>The one page of the portal: a shell, which its script turns into what the fragment of its address says.</summary>
internal sealed class DigitalnetPages(DigitalnetPortal digitalnet)
{
    private readonly PageTroubles _troubles = new(digitalnet.Troubles, digitalnet.Pauses, () => digitalnet.Untrusted);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", OpenAsync);
        routes.MapGet("/app/style.css", () => Results.Text(digitalnet.Skin.Style("style.css"), "text/css"));
        routes.MapGet("/app/{file}.js", (string file) => digitalnet.Skin.Script(file) is { } script ? Results.Bytes(script, "text/javascript") : Results.NotFound());
    }

    private async Task OpenAsync(HttpContext http)
    {
        var trouble = _troubles.Take(http, null);
        digitalnet.Record(EventKind.Page, null, seen => seen with { Address = http.Request.GetDisplayUrl(), Result = trouble?.Kind });
        if (trouble is null || await _troubles.HappenAsync(http, trouble, Instead))
            await SendShellAsync(http);
    }

    private string Instead(string trouble) => digitalnet.Skin.Page(trouble == "T07" ? "maintenance.html" : "challenge.html");

    private Task SendShellAsync(HttpContext http)
    {
        var config = new
        {
            api = new Uri(digitalnet.Api, "/v1").AbsoluteUri,
            digitalnet.Options.AsksForBothAtOnce,
            changed = digitalnet.Changed(null, "fazer_login") ?? digitalnet.Changed(null, "entrar"),
        };
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(digitalnet.Skin.Page("shell.html", ("config", JsonSerializer.Serialize(config, JsonSerializerOptions.Web))), http.RequestAborted);
    }
}
