using System.Text.Json;
using System.Text.Json.Nodes;
using BotPhone.Invoices;

namespace BotPhone.Operators;

/// <summary>An operator's settings: its <c>operator.json</c>, with <c>Operators:Settings:{CODE}</c> of the configuration over it.</summary>
/// <param name="Values">As the operator's own type; null when it has none.</param>
/// <param name="Hosts">What its browser may reach.</param>
/// <param name="Blocked">The addresses that its pages need not load.</param>
internal sealed record OperatorSettings(object? Values, ReachableHosts Hosts, IReadOnlyList<string> Blocked)
{
    /// <exception cref="RejectedException">They make no sense.</exception>
    public static OperatorSettings Read(Type? type, byte[]? file, IConfigurationSection overrides)
    {
        try
        {
            var settings = file is null ? [] : SettingsJson.Parse(file);
            if (settings is null) throw new RejectedException("operator.json não é um objeto JSON");
            // The configuration does not say by itself that something is a list.
            foreach (var list in SettingsJson.ServerLists)
                if (overrides.GetSection(list).GetChildren().Any()) settings[list] ??= new JsonArray();
            foreach (var child in overrides.GetChildren()) Override(settings, child);
            var (hosts, blocked) = (ReachableHosts.Of(settings), BlockedUrls.Of(settings));
            return new OperatorSettings(type is null ? null : SettingsJson.Bind(settings, type), hosts, blocked);
        }
        catch (FormatException exception)
        {
            throw new RejectedException($"operator.json: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NotSupportedException)
        {
            throw new RejectedException($"as configurações (operator.json) não valem: {exception.Message}", exception);
        }
    }

    private static void Override(JsonObject target, IConfigurationSection section)
    {
        if (section.Value is { } value)
        {
            target[section.Key] = Like(target[section.Key], value);
            return;
        }

        if (target[section.Key] is JsonArray array)
        {
            target[section.Key] = new JsonArray([.. section.GetChildren().Select(item => Item(item, array))]);
            return;
        }

        if (target[section.Key] is not JsonObject inner) target[section.Key] = inner = [];
        foreach (var child in section.GetChildren()) Override(inner, child);
    }

    // A list in the configuration takes the place of the whole list.
    private static JsonNode? Item(IConfigurationSection section, JsonArray like)
    {
        if (section.Value is { } value) return Like(like.FirstOrDefault(), value);
        var item = new JsonObject();
        foreach (var child in section.GetChildren()) Override(item, child);
        return item;
    }

    // The configuration knows only texts; the file says what kind a value is.
    private static JsonNode Like(JsonNode? present, string value) => present?.GetValueKind() is JsonValueKind.True or JsonValueKind.False && bool.TryParse(value, out var flag)
        ? flag
        : value;
}
