namespace BotPhone.PortalSimulator.Digitalnet;

/// <summary>What can go wrong with a call of the page's, while the page itself is well (the variant <c>api</c>).</summary>
internal sealed class DigitalnetApiTroubles(DigitalnetPortal digitalnet, DigitalnetBearer bearer)
{
    public async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var user = bearer.Session(http)?.Login.User;
        if (Take("T10", user) is not null)
        {
            http.Abort();
            return Results.Empty;
        }

        if (Take("T07", user) is not null)
            return Results.Json(new { error = "maintenance" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        if (Take("T09", user) is not null)
            await digitalnet.Pauses.ForeverAsync(http);
        if (Take("T08", user) is { } slow)
            await digitalnet.Pauses.ForAsync(http, slow.Duration);
        return await next(context);
    }

    private Trouble? Take(string kind, string? user) => digitalnet.Troubles.Take(kind, user, trouble => trouble.Variant == "api");
}
