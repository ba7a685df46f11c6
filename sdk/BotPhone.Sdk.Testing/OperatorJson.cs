using System.Text;
using System.Text.Json;
using BotPhone.Invoices;

namespace BotPhone.Sdk.Testing;

/// <summary>Reads an operator's settings as the server does: what it would refuse is refused here.</summary>
public static class OperatorJson
{
    /// <summary>Reads settings from a file. Change what a test needs with <c>with</c>: <c>OperatorJson.Read&lt;ClaroSettings&gt;() with { Address = site.Address }</c>.</summary>
    /// <typeparam name="T">The type named in <see cref="OperatorAttribute.Settings"/>.</typeparam>
    /// <param name="file">The file; <see langword="null"/> (the default) for the <c>operator.json</c> beside the type's assembly.</param>
    /// <exception cref="InvalidOperationException">The file is not there, or does not fit the type.</exception>
    public static T Read<T>(string? file = null)
        where T : class => (T)Read(typeof(T), file);

    /// <summary>Reads settings from a text.</summary>
    /// <typeparam name="T">The type named in <see cref="OperatorAttribute.Settings"/>.</typeparam>
    /// <param name="json">What would stand in <c>operator.json</c>.</param>
    /// <exception cref="InvalidOperationException">The text does not fit the type.</exception>
    public static T Parse<T>(string json)
        where T : class => (T)Parse(typeof(T), json);

    internal static object Read(Type type, string? file = null)
    {
        file ??= Path.Combine(Path.GetDirectoryName(type.Assembly.Location)!, "operator.json");
        return File.Exists(file) ? Parse(type, File.ReadAllText(file)) : throw new InvalidOperationException($"The settings {type.Name} are to come from {file}, which is not there.");
    }

    /// <summary>What the browser of an operator with these settings may reach, and the addresses that it need not load.</summary>
    /// <param name="operatorType">Beside whose assembly the <c>operator.json</c> is, if there is one.</param>
    /// <param name="settings">What the operator gets.</param>
    /// <param name="more">What else is to be reached.</param>
    /// <exception cref="InvalidOperationException">The server would refuse them.</exception>
    internal static (ReachableHosts Hosts, IReadOnlyList<string> Blocked) NetworkOf(Type operatorType, object? settings, IReadOnlyList<string> more)
    {
        var file = Path.Combine(Path.GetDirectoryName(operatorType.Assembly.Location)!, "operator.json");
        try
        {
            var declared = (File.Exists(file) ? SettingsJson.Parse(File.ReadAllBytes(file)) : null) ?? [];
            var effective = settings is null ? [] : SettingsJson.Write(settings);
            effective[ReachableHosts.Key] = declared[ReachableHosts.Key]?.DeepClone();
            return (ReachableHosts.Of(effective).With(more), BlockedUrls.Of(declared));
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            throw new InvalidOperationException($"operator.json: {exception.Message}", exception);
        }
    }

    private static object Parse(Type type, string json)
    {
        try
        {
            var settings = SettingsJson.Parse(Encoding.UTF8.GetBytes(json)) ?? throw new InvalidOperationException("it is no JSON object");
            return SettingsJson.Bind(settings, type) ?? throw new InvalidOperationException("it is no JSON object");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NotSupportedException)
        {
            throw new InvalidOperationException($"operator.json does not fit {type.Name}: {exception.Message}", exception);
        }
    }
}
