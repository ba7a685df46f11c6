using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BotPhone.Auth;

/// <summary>Issues and checks HS256 tokens.</summary>
internal sealed class Tokens(SigningSecret secret, TimeProvider time)
{
    public const int DefaultDays = 365;
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };

    /// <summary>What makes a token acceptable; the server and the command line share it.</summary>
    public TokenValidationParameters Rules => new()
    {
        IssuerSigningKey = secret.Key,
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        ValidateIssuer = false,
        ValidateAudience = false,
        RequireExpirationTime = true,
        ClockSkew = TimeSpan.Zero,
        LifetimeValidator = (notBefore, expires, _, _) => IsInTime(notBefore, expires),
        NameClaimType = JwtRegisteredClaimNames.Sub,
    };

    public string Issue(string subject, int days)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Subject = new ClaimsIdentity([new Claim(JwtRegisteredClaimNames.Sub, subject), new Claim(JwtRegisteredClaimNames.Jti, Guid.NewGuid().ToString())]),
            IssuedAt = now,
            Expires = now.AddDays(days),
            SigningCredentials = new SigningCredentials(secret.Key, SecurityAlgorithms.HmacSha256),
        });
    }

    /// <summary>The token's content, or null when it is not one of ours or no longer valid.</summary>
    public async Task<JsonWebToken?> VerifyAsync(string token) =>
        await ValidateAsync(token) is { IsValid: true, SecurityToken: JsonWebToken valid } ? valid : null;

    public Task<TokenValidationResult> ValidateAsync(string token) => Handler.ValidateTokenAsync(token, Rules);

    /// <summary>Whether a token that was valid is so still.</summary>
    public bool IsInTime(SecurityToken token) => IsInTime(token.ValidFrom, token.ValidTo);

    private bool IsInTime(DateTime? notBefore, DateTime? expires)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires > now && (notBefore is null || notBefore <= now);
    }
}
