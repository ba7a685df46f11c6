using BotPhone.PortalSimulator.Sessions;

namespace BotPhone.PortalSimulator.Digitalnet;

/// <summary>Signing in, going on with a new token, and signing out.</summary>
internal sealed class DigitalnetAuthApi(DigitalnetPortal digitalnet)
{
    private sealed record SignIn(string? Document, string? Password);

    private sealed record Renewal(string? Refresh);

    public void Map(IEndpointRouteBuilder auth)
    {
        // The same for whoever asks: it must not tell who is a client.
        auth.MapGet("/method", () => Results.Ok(new { method = "password" }));
        auth.MapPost("/login", OpenAsync);
        auth.MapPost("/terms", Accept);
        auth.MapPost("/renew", Renew);
        auth.MapPost("/logout", Close);
    }

    private async Task<IResult> OpenAsync(HttpContext http, SignIn body)
    {
        var login = digitalnet.Logins.FirstOrDefault(one => Cnpj.Clean(one.User) == Cnpj.Clean(body.Document ?? ""));
        var user = login?.User ?? body.Document;
        if (digitalnet.Troubles.Take("T10", user, trouble => trouble.Variant == "acesso") is not null)
        {
            Record("ok");
            // With no beginning of an answer the browser would send the password once more by itself, on the connection it had asked on first (CORS).
            http.Response.ContentLength = 2;
            await http.Response.WriteAsync("{");
            return Results.Empty;
        }

        var (result, answer) = Answer(http, user, login?.Password == body.Password ? login : null);
        Record(result);
        return answer;

        void Record(string how) => digitalnet.Record(EventKind.LoginPost, user, seen => seen with { Result = how });
    }

    private (string Result, IResult Answer) Answer(HttpContext http, string? user, SimulatedLogin? login)
    {
        if (digitalnet.Troubles.Take("T02", user) is not null)
            return ("conta_bloqueada", Refused("locked", StatusCodes.Status423Locked));
        if (digitalnet.Troubles.Take("T05", user, trouble => trouble.Variant == "acesso") is not null)
            return ("desafio", Refused("challenge", StatusCodes.Status403Forbidden));
        if (login is null || digitalnet.Troubles.Take("T01", user) is not null)
            return ("senha_invalida", Refused("password", StatusCodes.Status403Forbidden));
        return ("ok", Token(digitalnet.Sessions.Open(http, login)));
    }

    private IResult Accept(Renewal body)
    {
        if (Session(body) is not { } session)
            return DigitalnetBearer.Refused;
        digitalnet.Record(EventKind.TermsAccepted, session.Login.User);
        return Token(session, accepted: true);
    }

    private IResult Renew(Renewal body)
    {
        if (Session(body) is not { } session)
            return DigitalnetBearer.Refused;
        digitalnet.Record(EventKind.Renewal, session.Login.User);
        return Token(session);
    }

    private IResult Close(Renewal body)
    {
        if (Session(body) is { } session)
        {
            digitalnet.Sessions.End(session);
            digitalnet.Record(EventKind.Logout, session.Login.User);
        }

        return Results.NoContent();
    }

    private PortalSession? Session(Renewal body) => body.Refresh is { } refresh ? digitalnet.Sessions.Find(refresh) : null;

    private IResult Token(PortalSession session, bool accepted = false)
    {
        string[] roles = session.Login == DigitalnetClients.WithoutRole ? [] : [DigitalnetBearer.Role];
        var terms = accepted || digitalnet.Troubles.Take("T04", session.Login.User) is null;
        return Results.Ok(new { token = digitalnet.Tokens.Issue(session, roles, terms, digitalnet.Now), refresh = session.Id });
    }

    private static IResult Refused(string error, int status) => Results.Json(new { error }, statusCode: status);
}
