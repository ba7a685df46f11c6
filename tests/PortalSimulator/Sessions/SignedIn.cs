namespace BotPhone.PortalSimulator.Sessions;

/// <summary>Lets only those who are signed in reach what is behind it.</summary>
/// <param name="sessions">Who is signed in.</param>
/// <param name="refuse">What the others get.</param>
/// <param name="find">How a request says whose it is. Default: by its cookie.</param>
internal sealed class SignedIn(PortalSessions sessions, Func<HttpContext, IResult> refuse, Func<HttpContext, PortalSession?>? find = null)
{
    private const string SessionKey = "session";
    private const string HollowKey = "hollow";
    private readonly Func<HttpContext, PortalSession?> _find = find ?? sessions.Of;

    public static PortalSession Session(HttpContext http) => (PortalSession)http.Items[SessionKey]!;

    /// <summary>The session is over, but the portal does not say so.</summary>
    public static bool IsHollow(HttpContext http) => http.Items.ContainsKey(HollowKey);

    public async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (_find(http) is not { } session)
            return refuse(http);
        http.Items[SessionKey] = session;
        switch (session.Use())
        {
            case SessionState.Ended:
                sessions.End(session);
                return refuse(http);
            case SessionState.Hollow:
                http.Items[HollowKey] = true;
                break;
        }

        return await next(context);
    }
}
