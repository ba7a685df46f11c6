namespace BotPhone.PortalSimulator.Oi;

/// <summary>Lets only those who are signed in reach the API.</summary>
internal sealed class OiSignedIn(OiPortal oi)
{
    private const string SessionKey = "session";
    private const string HollowKey = "hollow";

    public static OiSession Session(HttpContext http) => (OiSession)http.Items[SessionKey]!;

    /// <summary>The session is over, but the portal does not say so.</summary>
    public static bool IsHollow(HttpContext http) => http.Items.ContainsKey(HollowKey);

    public async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (oi.Sessions.Of(http) is not { } session)
            return Refused();
        http.Items[SessionKey] = session;
        switch (session.Use())
        {
            case OiSessionState.Ended:
                oi.Sessions.End(session);
                return Refused();
            case OiSessionState.Hollow:
                http.Items[HollowKey] = true;
                break;
        }

        return await next(context);
    }

    private static IResult Refused() => Results.Json(new { error = "sessao" }, statusCode: StatusCodes.Status401Unauthorized);
}
