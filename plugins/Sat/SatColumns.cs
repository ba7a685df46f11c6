namespace BotPhone.Operators.Sat;

/// <summary>The headings of the clients.</summary>
public sealed record SatClientColumns
{
    public required string Cnpj { get; init; }

    public required string CompanyName { get; init; }
}

/// <summary>The headings of what is registered.</summary>
public sealed record SatRegistrationColumns
{
    public required string Carrier { get; init; }

    public required string Data { get; init; }

    public required string Date { get; init; }

    public required string File { get; init; }
}
