using BotPhone.Hosting;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace BotPhone.Api;

/// <summary>
/// Which pages may call from another origin: those in <c>Cors:Origins</c>; without any, those of this machine while developing and
/// none in production.
/// </summary>
internal sealed class CorsOrigins(IConfiguration configuration, IHostEnvironment environment) : IConfigureOptions<CorsOptions>
{
    private const string Key = "Cors:Origins";
    private static readonly string[] Readable = ["Retry-After", "WWW-Authenticate", "Accept-Ranges", "Content-Range", "Content-Disposition"];

    public void Configure(CorsOptions options) => options.AddDefaultPolicy(policy =>
    {
        var origins = Read();
        policy.AllowAnyMethod().AllowAnyHeader().WithExposedHeaders(Readable).SetPreflightMaxAge(TimeSpan.FromHours(1));
        if (origins.Count > 0) policy.WithOrigins([.. origins]);
        else policy.SetIsOriginAllowed(origin => environment.IsDevelopment() && Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.IsLoopback);
    });

    // A list, or one text with ; between.
    private List<string> Read()
    {
        var section = configuration.GetSection(Key);
        var texts = section.Value is { } line ? line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : section.GetChildren().Select(child => child.Value ?? "");
        return [.. texts.Select(Checked)];
    }

    private static string Checked(string text)
    {
        var origin = text.TrimEnd('/');
        return origin == "*" || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority) == origin)
            ? origin
            : throw new StartupException($"{Key}: '{text}' não é uma origem como https://painel.empresa.com.br");
    }
}
