using BotPhone.PortalSimulator.Troubles;
using Microsoft.AspNetCore.Http.Extensions;

namespace BotPhone.PortalSimulator.Embratel;

/// <summary>Records each page that is asked for, and lets happen what happens instead of it.</summary>
internal sealed class EmbratelPageTroubles(EmbratelPortal embratel)
{
    private readonly PageTroubles _troubles = new(embratel.Troubles, embratel.Pauses, () => embratel.Untrusted);

    public async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var user = embratel.Sessions.Of(http)?.Login.User;
        var trouble = _troubles.Take(http, user);
        embratel.Record(EventKind.Page, user, seen => seen with { Address = http.Request.GetDisplayUrl(), Result = trouble?.Kind });
        return trouble is null || await _troubles.HappenAsync(http, trouble, Instead) ? await next(context) : Results.Empty;
    }

    private string Instead(string trouble) => embratel.Skin.Page(trouble == "T07" ? "maintenance.html" : "challenge.html");
}
