using BotPhone.Api;
using Carter;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.JsonWebTokens;

namespace BotPhone.Auth;

internal sealed record TokenBody(string Token, long ExpiresIn, string Message);

/// <summary><c>GET /auth/token</c>: the token presented, and how long it is still good.</summary>
internal sealed class AuthModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app) => app.MapGet("/auth/token", async (HttpContext http, TimeProvider time) =>
    {
        var token = await http.GetTokenAsync("access_token") ?? "";
        var left = new JsonWebToken(token).ValidTo - time.GetUtcNow().UtcDateTime;
        return TypedResults.Ok(new TokenBody(token, (long)Math.Ceiling(left.TotalMinutes), "Token atual"));
    }).RequireAuthorization()
        .WithDocs("consultarToken", ApiTags.System, "Mostra o token apresentado", "O token que você enviou e quantos minutos ele ainda vale.");
}
