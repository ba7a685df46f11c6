using BotPhone.Auth;
using BotPhone.Dashboard;
using BotPhone.Documents;
using BotPhone.Jobs;
using BotPhone.Ledger;
using BotPhone.Metrics;
using BotPhone.Nodes;
using BotPhone.Notifications;
using BotPhone.Operators;
using BotPhone.Statistics;
using Carter;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace BotPhone.Api;

internal static class ApiServices
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddCarter(configurator: carter => carter
            .WithModule<HealthModule>()
            .WithModule<OpenApiModule>()
            .WithModule<DocsPage>()
            .WithModule<DashboardModule>()
            .WithModule<AuthModule>()
            .WithModule<SubmitModule>()
            .WithModule<JobsModule>()
            .WithModule<OperatorsModule>()
            .WithModule<DocumentsModule>()
            .WithModule<LedgerModule>()
            .WithModule<FailuresModule>()
            .WithModule<StatisticsModule>()
            .WithModule<MetricsModule>()
            .WithModule<NodesModule>()
            .WithModule<NotificationsModule>()
            .WithEmptyValidators());
        services.AddApiDocs();
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.AddOptionsWithValidateOnStart<LimitsOptions, LimitsOptionsValidator>().BindConfiguration("Limits");
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<LimitsOptions>>((kestrel, limits) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = limits.Value.MaxBodyBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = limits.Value.MaxHeaderBytes;
        });
        services.AddRateLimiter();
        services.AddSingleton<IConfigureOptions<RateLimiterOptions>, RateLimit>();
        services.AddCors();
        services.AddSingleton<IConfigureOptions<CorsOptions>, CorsOrigins>();
        return services;
    }
}
