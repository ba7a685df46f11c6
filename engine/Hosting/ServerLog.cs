using Microsoft.Extensions.Configuration.Memory;

namespace BotPhone.Hosting;

internal static partial class ServerLog
{
    // Beneath every other source, so that a setting Logging:LogLevel:... wins.
    private static readonly Dictionary<string, string?> Defaults = new()
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        ["Logging:LogLevel:System"] = "Warning",
        ["Logging:LogLevel:Polly"] = "None",
        // Startup says in a line what keeps the server from starting; what stops it later is critical.
        ["Logging:LogLevel:Microsoft.Extensions.Hosting"] = "Critical",
        // Says at each start that keys on the disk are not encrypted; docs/decisions/0003 says who may read them.
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
    };

    /// <summary>One line an event, in UTC, on the console.</summary>
    public static void AddServerLog(this WebApplicationBuilder builder)
    {
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
        builder.Logging.ClearProviders();
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        });
    }

    [LoggerMessage(1, LogLevel.Information, "BotPhone {Version} no ar em {Addresses}; dados em {Data}")]
    public static partial void Started(ILogger log, string version, string addresses, string data);

    [LoggerMessage(2, LogLevel.Information, "BotPhone parando")]
    public static partial void Stopping(ILogger log);
}
