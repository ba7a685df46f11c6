using BotPhone.Api;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace BotPhone.Auth;

internal static class AuthServices
{
    public static IServiceCollection AddTokens(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<AuthOptions, AuthOptionsValidator>().BindConfiguration("Auth");
        services.AddSingleton<SigningSecret>();
        services.AddSingleton<Tokens>();
        return services;
    }

    public static IServiceCollection AddAuth(this IServiceCollection services)
    {
        services.AddTokens();
        services.AddSingleton<KnownTokens>();
        services.AddSingleton<IStreamAccess, StreamAccess>();
        services.AddAuthorization();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<Tokens, KnownTokens>((bearer, tokens, known) =>
        {
            bearer.MapInboundClaims = false;
            bearer.SaveToken = true;
            bearer.TokenValidationParameters = tokens.Rules;
            bearer.TokenHandlers.Clear();
            bearer.TokenHandlers.Add(known);
            bearer.Events = new JwtBearerEvents { OnChallenge = RefuseAsync };
        });
        return services;
    }

    // The plain challenge of the contract: nothing about what is wrong with the token.
    private static Task RefuseAsync(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        return ErrorResult.Unauthorized().ExecuteAsync(context.HttpContext);
    }
}
