using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace BotPhone.Hosting;

/// <summary>Runs the server; what keeps it from starting is said in a line a fault, without a stack trace.</summary>
internal static partial class Startup
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is [['-' or '/', ..], ..] or []) return await GuardAsync(() => ServeAsync(args));
        await Console.Error.WriteLineAsync($"Comando desconhecido: '{args[0]}'. Veja os comandos com botphone --help");
        return 1;
    }

    /// <summary>Runs a command; what keeps it from doing its work is said in a line a fault.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception exception) when (Reasons(exception) is { } reasons)
        {
            foreach (var reason in reasons) await Console.Error.WriteLineAsync($"O BotPhone não pôde iniciar. {reason}");
            return 1;
        }
    }

    private static async Task<int> ServeAsync(string[] args)
    {
        await using var app = BotPhoneHost.Build(args);
        await app.RunAsync();
        return 0;
    }

    private static IEnumerable<string>? Reasons(Exception exception) => exception switch
    {
        StartupException => [exception.Message],
        OptionsValidationException { Failures: var failures } => failures,
        InvalidOperationException { Message: var message } when UnreadableValue().Match(message) is { Success: true } value =>
            [$"{value.Groups["key"]}: o valor '{value.Groups["value"]}' não serve ({value.Groups["type"]})"],
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException inUse } => [$"Urls: o endereço já está em uso ({inUse.Message})"],
        FormatException { Message: var message } when message.Contains("url", StringComparison.OrdinalIgnoreCase) => [$"Urls: {message}"],
        AggregateException { InnerExceptions: var faults } => faults.SelectMany(fault => Reasons(fault) ?? [fault.Message]),
        LiteDB.LiteException => [$"O banco de jobs não pode ser aberto: {exception.Message}"],
        IOException or UnauthorizedAccessException => [exception.Message],
        _ => null,
    };

    // What the configuration binder says of a value that is not of the setting's type.
    [GeneratedRegex("configuration value '(?<value>.*)' at '(?<key>[^']*)' to type 'System.(?<type>[^']*)'")]
    private static partial Regex UnreadableValue();
}
