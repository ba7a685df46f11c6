using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging.Console;

namespace BotPhone.Hosting;

internal static partial class ServerLog
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    // Beneath every other source, so that a setting Logging:LogLevel:... wins.
    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:System"] = "Warning",
        ["Logging:LogLevel:Polly"] = "None",
        ["Logging:LogLevel:Quartz"] = "Warning",
        // Startup says in a line what keeps the server from starting; what stops it later is critical.
        ["Logging:LogLevel:Microsoft.Extensions.Hosting"] = "Critical",
        // Says at each start that keys on the disk are not encrypted; docs/decisions/0003 says who may read them.
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
    };

    /// <summary>One line an event, in UTC: for a person on a terminal, as JSON for everything else.</summary>
    public static void AddServerLog(this WebApplicationBuilder builder)
    {
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
        builder.Logging.ClearProviders();
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.Configure(logging => logging.ActivityTrackingOptions = ActivityTrackingOptions.TraceId);
        if (Console.IsOutputRedirected) builder.Logging.AddJsonConsole(ForMachines);
        else builder.Logging.AddSimpleConsole(ForPeople);
    }

    private static void ForPeople(SimpleConsoleFormatterOptions console)
    {
        console.SingleLine = true;
        console.UseUtcTimestamp = true;
        console.TimestampFormat = TimeFormat + " ";
    }

    private static void ForMachines(JsonConsoleFormatterOptions console)
    {
        // The scopes carry the trace's id.
        console.IncludeScopes = true;
        console.UseUtcTimestamp = true;
        console.TimestampFormat = TimeFormat;
        console.JsonWriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    }

    [LoggerMessage(1, LogLevel.Information, "BotPhone {Version} no ar em {Addresses}; dados em {Data}")]
    public static partial void Started(ILogger log, string version, string addresses, string data);

    [LoggerMessage(2, LogLevel.Information, "BotPhone parando")]
    public static partial void Stopping(ILogger log);
}
