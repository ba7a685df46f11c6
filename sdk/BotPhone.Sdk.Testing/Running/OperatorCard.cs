using System.Globalization;
using System.Reflection;

namespace BotPhone.Sdk.Testing;

/// <summary>What an operator says of itself.</summary>
internal sealed class OperatorCard
{
    private readonly Type? _settings;

    private OperatorCard(OperatorAttribute said)
    {
        Payload = PayloadSchema.Of(said.Payload);
        Registers = said.Registers;
        Timeout = said.Timeout is { } limit ? TimeSpan.Parse(limit, CultureInfo.InvariantCulture) : null;
        _settings = said.Settings;
    }

    public PayloadSchema Payload { get; }

    public bool Registers { get; }

    public TimeSpan? Timeout { get; }

    public static OperatorCard Of(Type type) => new(
        type.GetCustomAttribute<OperatorAttribute>() ?? throw new InvalidOperationException($"The server finds no operator in {type.Name}: it lacks [Operator]."));

    /// <param name="given">What the test gave, or null.</param>
    public object? SettingsFrom(object? given) => (given, _settings) switch
    {
        (null, null) => null,
        (null, { } type) => OperatorJson.Read(type),
        ({ }, { } type) when type.IsInstanceOfType(given) => given,
        _ => throw new ArgumentException($"The settings are a {given.GetType().Name}, and the operator wants {_settings?.Name ?? "none"}.", nameof(given)),
    };
}
