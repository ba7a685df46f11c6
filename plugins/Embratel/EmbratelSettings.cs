using BotPhone.Sdk;

namespace BotPhone.Operators.Embratel;

/// <summary>All that may differ between one day's portal and the next: see <c>operator.json</c>.</summary>
public sealed record EmbratelSettings
{
    /// <summary>Where the portal begins.</summary>
    public required Uri Address { get; init; }

    /// <summary>The host of the invoices; the only one whose certificate nobody need vouch for.</summary>
    public required Uri InvoiceSite { get; init; }

    /// <summary>How the options of <see cref="Month"/> write a month; others are not months.</summary>
    public string MonthFormat { get; init; } = "yyyyMM";

    /// <summary>How many months after the month in whose list it stands an invoice is due at the latest.</summary>
    public int MonthsToDue { get; init; } = 1;

    public required Selector User { get; init; }

    public required Selector Password { get; init; }

    public required Selector SignIn { get; init; }

    public required Selector SignOut { get; init; }

    public required Selector Spinner { get; init; }

    /// <summary>The companies of the login, on the page after the sign-in.</summary>
    public required RowLayout Companies { get; init; }

    /// <summary>The heading of their CNPJ.</summary>
    public required string CompanyCnpj { get; init; }

    public required Selector InvoicesMenu { get; init; }

    /// <summary>Leads to <see cref="InvoiceSite"/>.</summary>
    public required Selector EnterInvoices { get; init; }

    public required Selector Month { get; init; }

    /// <summary>A month's list as the filter script leaves it, with rows; <c>{mes}</c> stands for the option's text.</summary>
    public required RowLayout List { get; init; }

    /// <summary>What is shown for a month without invoices; <c>{mes}</c> as in <see cref="List"/>.</summary>
    public required Selector EmptyList { get; init; }

    public required InvoiceColumns Columns { get; init; }

    public required Selector NextPage { get; init; }

    /// <summary>The documents of the invoice whose row was clicked; <c>{conta}</c> and <c>{vencimento}</c> stand for what its row showed.</summary>
    public required Selector Chosen { get; init; }

    /// <summary>In the order in which they are put together.</summary>
    public required IReadOnlyList<EmbratelDocument> Documents { get; init; }

    /// <summary>In a document's window: the document.</summary>
    public required Selector Sheet { get; init; }

    /// <summary>The last thing in it, so that it is known to be whole.</summary>
    public required Selector SheetEnd { get; init; }

    /// <summary>The account in it; one that is a picture has none.</summary>
    public required Selector SheetAccount { get; init; }

    public required IReadOnlyList<Sign> Signs { get; init; }

    /// <summary>Signs that count only after the sign-in.</summary>
    public required IReadOnlyList<Sign> SessionSigns { get; init; }
}

/// <summary>A document that comes with an invoice.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Link">Opens it.</param>
/// <param name="Pending">What stands there while it is not issued; a document that must be there has none.</param>
public sealed record EmbratelDocument(string Name, Selector Link, Selector? Pending = null);
