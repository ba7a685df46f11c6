namespace BotPhone.PortalSimulator.Digitalnet;

/// <summary>The API is on another origin than the page: browsers ask it first, and hand its answers to that page only.</summary>
internal static class DigitalnetCors
{
    /// <param name="api">The group that the page calls.</param>
    /// <param name="page">The origin of the page; known once it has started.</param>
    public static RouteGroupBuilder AllowOnly(this RouteGroupBuilder api, Func<Uri> page)
    {
        api.MapMethods("/{**path}", [HttpMethods.Options], (HttpContext http) =>
        {
            http.Response.Headers.AccessControlAllowMethods = "GET, POST";
            http.Response.Headers.AccessControlAllowHeaders = "authorization, content-type";
            return Results.NoContent();
        });
        return api.AddEndpointFilter((context, next) =>
        {
            var headers = context.HttpContext.Response.Headers;
            headers.AccessControlAllowOrigin = page().GetLeftPart(UriPartial.Authority);
            headers.Vary = "Origin";
            return next(context);
        });
    }
}
