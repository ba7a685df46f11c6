using BotPhone.Auth;
using BotPhone.Documents;
using BotPhone.Jobs;
using BotPhone.Operators;
using Carter;

namespace BotPhone.Api;

internal static class ApiServices
{
    private const int MaxBodyBytes = 64 * 1024;

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddCarter(configurator: carter => carter
            .WithModule<HealthModule>()
            .WithModule<OpenApiModule>()
            .WithModule<DocsPage>()
            .WithModule<AuthModule>()
            .WithModule<SubmitModule>()
            .WithModule<JobsModule>()
            .WithModule<OperatorsModule>()
            .WithModule<DocumentsModule>()
            .WithEmptyValidators());
        services.AddApiDocs();
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        });
        return services;
    }
}
