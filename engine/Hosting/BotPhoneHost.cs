using BotPhone.Api;
using BotPhone.Auth;
using BotPhone.Browsers;
using BotPhone.Documents;
using BotPhone.Jobs;
using BotPhone.Jobs.Move;
using BotPhone.Metrics;
using BotPhone.Notifications;
using BotPhone.Operators;
using BotPhone.Processos;
using BotPhone.Statistics;
using BotPhone.Keys;
using Carter;
using Microsoft.Extensions.Options;

namespace BotPhone.Hosting;

/// <summary>Puts the features together.</summary>
internal static class BotPhoneHost
{
    /// <param name="args">Settings, such as <c>--Urls=http://localhost:8000</c>.</param>
    /// <param name="replace">What a test puts in the place of a service.</param>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.AddBotPhone();
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapBotPhone();
        return app;
    }

    private static void AddBotPhone(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["Urls"])) builder.WebHost.UseUrls("http://localhost:8000");
        builder.AddServerLog();
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton<DataFolder>()
            .AddSingleton<DataLock>()
            .AddClusterDatabase(builder.Configuration)
            .AddAudit()
            .AddKeys(builder.Configuration)
            .AddAuth()
            .AddDocuments(builder.Configuration)
            .AddOperators()
            .AddBrowsers(builder.Configuration)
            // Before the jobs, so that they miss none that is resumed at once.
            .AddStatistics()
            .AddServerMetrics()
            // Before the jobs, so that it stops after them: those that end while the server stops are told too.
            .AddProcessos()
            .AddJobs(builder.Configuration)
            .AddNotifications()
            .AddApi();
    }

    private static void MapBotPhone(this WebApplication app)
    {
        // Made now, so that what is wrong is said before anything is touched.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        foreach (var url in app.Configuration["Urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? []) BindingAddress.Parse(url);
        ClusterRules.Check(app.Configuration);
        app.Services.GetRequiredService<DataLock>();
        app.Services.GetService<PostgresDatabase>();
        app.Services.GetService<MoveJournal>()?.RefuseUnfinished();
        app.Services.GetRequiredService<IRequestKey>();
        app.Services.GetRequiredService<SigningSecret>();
        app.Services.GetRequiredService<BrowserPrograms>();
        _ = app.Services.GetRequiredService<IOptions<Microsoft.AspNetCore.Cors.Infrastructure.CorsOptions>>().Value;
        app.UseErrorsForRejectedRequests();
        app.UseRequestLog();
        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.UseCors();
        app.UseRateLimiter();
        DocsPage.Use(app);
        app.UseWebSockets();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapCarter();
        app.Lifetime.ApplicationStarted.Register(() => ServerLog.Started(
            app.Logger, typeof(BotPhoneHost).Assembly.GetName().Version!.ToString(3), string.Join(", ", app.Urls), app.Services.GetRequiredService<DataFolder>().Root));
        app.Lifetime.ApplicationStopping.Register(() => ServerLog.Stopping(app.Logger));
    }
}
