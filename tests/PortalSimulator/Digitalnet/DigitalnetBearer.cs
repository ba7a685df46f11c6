using BotPhone.PortalSimulator.Sessions;

namespace BotPhone.PortalSimulator.Digitalnet;

/// <summary>Lets only those through who bring a token that is still valid and has the role.</summary>
internal sealed class DigitalnetBearer(DigitalnetPortal digitalnet)
{
    public const string Role = "faturas:consultar";
    private const string Scheme = "Bearer ";

    public PortalSession? Session(HttpContext http) => Claims(http) is { } claims ? digitalnet.Sessions.Find(claims.Sid) : null;

    public static IResult Refused => Refuse("session");

    public ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (Claims(context.HttpContext) is { } claims)
        {
            if (claims.Exp <= digitalnet.Now.ToUnixTimeMilliseconds() || IsExpiredEarly(context.HttpContext, claims))
                return ValueTask.FromResult<object?>(Refuse("expired"));
            if (!claims.Roles.Contains(Role))
                return ValueTask.FromResult<object?>(Results.Json(new { error = "role" }, statusCode: StatusCodes.Status403Forbidden));
        }

        return next(context);
    }

    private bool IsExpiredEarly(HttpContext http, DigitalnetClaims claims) =>
        http.Request.Path.StartsWithSegments("/v1/documents") && digitalnet.Troubles.Take("T29", claims.Sub) is not null;

    private DigitalnetClaims? Claims(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is var sent && sent.StartsWith(Scheme, StringComparison.Ordinal) ? digitalnet.Tokens.Read(sent[Scheme.Length..]) : null;

    private static IResult Refuse(string error) => Results.Json(new { error }, statusCode: StatusCodes.Status401Unauthorized);
}
