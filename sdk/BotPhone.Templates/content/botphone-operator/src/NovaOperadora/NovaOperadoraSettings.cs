using BotPhone.Sdk;

namespace NovaOperadora;

/// <summary>All that may differ between one day's portal and the next: see <c>operator.json</c>.</summary>
public sealed record NovaOperadoraSettings
{
    /// <summary>Where the portal begins.</summary>
    public required Uri Address { get; init; }

    public required Selector User { get; init; }

    public required Selector Password { get; init; }

    public required Selector SignIn { get; init; }

    /// <summary>What only those see who are signed in.</summary>
    public required Selector SignOut { get; init; }

    /// <summary>The table of invoices.</summary>
    public required Selector Invoices { get; init; }

    /// <summary>What its columns are called.</summary>
    public required InvoiceColumns Columns { get; init; }

    /// <summary>Inside a row of the table.</summary>
    public required Selector Pdf { get; init; }

    /// <summary>What the portal shows when something is wrong.</summary>
    public required IReadOnlyList<Sign> Signs { get; init; }
}
