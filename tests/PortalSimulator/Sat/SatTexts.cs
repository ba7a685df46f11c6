namespace BotPhone.PortalSimulator.Sat;

/// <summary>The words of a skin that are not in its pages (its <c>texts.json</c>).</summary>
internal sealed record SatTexts
{
    public required string UserField { get; init; }

    public required string PasswordField { get; init; }

    /// <summary>The query that narrows the list of clients.</summary>
    public required string SearchField { get; init; }

    public required SatFields Fields { get; init; }

    public required string Saved { get; init; }

    public required string NotSaved { get; init; }

    public required string Refused { get; init; }

    public required string Incomplete { get; init; }
}

/// <summary>The names of the fields in the POST of a registration; without <see cref="Service"/> the form does not ask for it.</summary>
internal sealed record SatFields(string Operator, string? Service, string Data, string File, string Date, string Category, string Branch);
