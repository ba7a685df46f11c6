using BotPhone.PortalSimulator.Sessions;
using BotPhone.PortalSimulator.Troubles;
using Microsoft.AspNetCore.Http.Extensions;

namespace BotPhone.PortalSimulator.Sat;

/// <summary>Sends pages, unless something happens to them.</summary>
internal sealed class SatScreen(SatPortal sat)
{
    private readonly PageTroubles _troubles = new(sat.Troubles, sat.Pauses, () => sat.Untrusted);

    /// <summary>Sends a page of someone who is signed in, inside the frame of all pages.</summary>
    /// <param name="http">Who asks.</param>
    /// <param name="file">The page.</param>
    /// <param name="values">Its marks.</param>
    /// <param name="parts">Its marks that are HTML.</param>
    /// <param name="dialog">A variant of T15 that the page has.</param>
    public Task SendAsync(
        HttpContext http, string file, IEnumerable<(string Mark, string Value)>? values = null, IEnumerable<(string Mark, string Html)>? parts = null, string? dialog = null)
    {
        var session = SignedIn.Session(http);
        var content = sat.Skin.Page(file, [.. values ?? []]);
        foreach (var (mark, html) in parts ?? []) content = content.Replace($"%%{mark}%%", html, StringComparison.Ordinal);
        return SendAsync(http, () =>
        {
            var frame = sat.Skin.Page("frame.html", ("name", session.Login.Name), ("dialog", dialog ?? ""));
            var flash = sat.Flashes.Take(session) is { } told ? sat.Skin.Page(told.IsGood ? "flash-good.html" : "flash-bad.html", ("text", told.Text)) : "";
            return frame.Replace("%%flash%%", flash, StringComparison.Ordinal).Replace("%%content%%", content, StringComparison.Ordinal);
        });
    }

    /// <summary>Sends a page as it is.</summary>
    public async Task SendAsync(HttpContext http, Func<string> page)
    {
        var user = sat.Sessions.Of(http)?.Login.User;
        var trouble = _troubles.Take(http, user);
        sat.Record(EventKind.Page, user, seen => seen with { Address = http.Request.GetDisplayUrl(), Result = trouble?.Kind });
        if (trouble is null || await _troubles.HappenAsync(http, trouble, _ => sat.Skin.Page("maintenance.html")))
            await WriteAsync(http, SatChanges.Apply(page(), sat.Troubles, user));
    }

    public static Task WriteAsync(HttpContext http, string html)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(html, http.RequestAborted);
    }
}
