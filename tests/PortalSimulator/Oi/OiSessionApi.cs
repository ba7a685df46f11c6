using BotPhone.PortalSimulator.Sessions;

namespace BotPhone.PortalSimulator.Oi;

/// <summary>Signing in with a ticket, who is signed in, and signing out.</summary>
internal sealed class OiSessionApi(OiPortal oi)
{
    private sealed record SignIn(string? Ticket);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/session", (HttpContext http) => Results.Ok(Card(oi.Sessions.Of(http))));
        routes.MapPost("/api/session", Open);
        routes.MapPost("/api/logout", Close);
    }

    private IResult Open(HttpContext http, SignIn body) =>
        oi.Tickets.Redeem(body.Ticket) is { } login ? Results.Ok(Card(oi.Sessions.Open(http, login))) : Results.Json(new { error = "ticket" }, statusCode: 401);

    private IResult Close(HttpContext http)
    {
        if (oi.Sessions.Of(http) is { } session)
        {
            oi.Sessions.End(session);
            oi.Record(EventKind.Logout, session.Login.User);
        }

        return Results.NoContent();
    }

    private object Card(PortalSession? session)
    {
        var user = session?.Login.User;
        return new
        {
            name = session?.Login.Name,
            clients = session?.Login.Clients.Select(client => new { cnpj = Cnpj.Format(client.Cnpj), digits = client.Cnpj, client = client.Name }),
            advert = oi.Troubles.Take("T14", user) is not null,
            stuck = session is not null && oi.Troubles.Take("T09", user, one => one.Variant == "spinner") is not null,
        };
    }
}
