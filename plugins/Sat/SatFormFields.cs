using BotPhone.Sdk;

namespace BotPhone.Operators.Sat;

/// <summary>The fields of the form.</summary>
public sealed record SatFormFields
{
    public required Selector Carrier { get; init; }

    /// <summary>Null where the portal does not ask for it.</summary>
    public Selector? Service { get; init; }

    public required Selector Data { get; init; }

    public required Selector File { get; init; }

    public required Selector Date { get; init; }

    public required Selector Category { get; init; }

    public required Selector Branch { get; init; }
}
