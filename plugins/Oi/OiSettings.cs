using BotPhone.Sdk;

namespace BotPhone.Operators.Oi;

/// <summary>All that may differ between one day's portal and the next: see <c>operator.json</c>.</summary>
public sealed record OiSettings
{
    /// <summary>Where the portal begins.</summary>
    public required Uri Address { get; init; }

    /// <summary>The list with its filter, relative to the portal; <c>{cnpj}</c> stands for the 14 characters.</summary>
    public required string Invoices { get; init; }

    /// <summary>How often the list is opened until its address keeps the filter.</summary>
    public int FilterAttempts { get; init; } = 4;

    /// <summary>The most pages of a list that are read.</summary>
    public int MaxPages { get; init; } = 200;

    /// <summary>What the list calls an invoice that still has to be paid.</summary>
    public required IReadOnlyList<string> OpenStatuses { get; init; }

    public required OiColumns Columns { get; init; }

    public required Selector SignInFrame { get; init; }

    public required Selector User { get; init; }

    public required Selector Password { get; init; }

    public required Selector SignIn { get; init; }

    public required Selector Spinner { get; init; }

    public required Selector SignOut { get; init; }

    public required Selector List { get; init; }

    public required Selector NextPage { get; init; }

    /// <summary>Inside a row of the list.</summary>
    public required Selector Detail { get; init; }

    public required Selector DueDate { get; init; }

    public required Selector Pdf { get; init; }

    public required IReadOnlyList<Sign> Signs { get; init; }
}

/// <summary>The headings of the list.</summary>
public sealed record OiColumns(string Account, string Cnpj, string DueDate, string Status);
