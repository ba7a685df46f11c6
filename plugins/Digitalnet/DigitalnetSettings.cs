using BotPhone.Sdk;

namespace BotPhone.Operators.Digitalnet;

/// <summary>All that may differ between one day's portal and the next: see <c>operator.json</c>.</summary>
public sealed record DigitalnetSettings
{
    /// <summary>Where the portal begins.</summary>
    public required Uri Address { get; init; }

    /// <summary>The CNPJ's field, on either screen of the sign-in.</summary>
    public required Selector User { get; init; }

    /// <summary>Ends the first screen, where there are two.</summary>
    public required Selector Identify { get; init; }

    public required Selector Password { get; init; }

    public required Selector SignIn { get; init; }

    public required Selector Spinner { get; init; }

    public required Selector SignOut { get; init; }

    /// <summary>What the sign-in form says to someone who was signed in.</summary>
    public required Selector SessionOver { get; init; }

    /// <summary>Renews the token, in the dialog that comes when it has run out.</summary>
    public required Selector StaySignedIn { get; init; }

    /// <summary>The chooser, for clients with several contracts.</summary>
    public required RowLayout Contracts { get; init; }

    public required ContractColumns ContractColumns { get; init; }

    public required Selector NextContracts { get; init; }

    /// <summary>Inside a row of the chooser.</summary>
    public required Selector OpenContract { get; init; }

    public required Selector NoContracts { get; init; }

    /// <summary>The number of the contract whose invoices are shown.</summary>
    public required Selector Contract { get; init; }

    /// <summary>The CNPJ of the company whose contract that is.</summary>
    public required Selector Company { get; init; }

    /// <summary>The pending invoices of a contract.</summary>
    public required RowLayout Invoices { get; init; }

    public required InvoiceColumns Columns { get; init; }

    public required Selector NextInvoices { get; init; }

    public required Selector NothingPending { get; init; }

    /// <summary>Inside a row of the invoices.</summary>
    public required Selector Documents { get; init; }

    public required Selector DueDate { get; init; }

    public required Selector Boleto { get; init; }

    /// <summary>How many of the CNPJ's first characters open the boleto.</summary>
    public int BoletoPasswordLength { get; init; } = 3;

    public required Selector TaxNote { get; init; }

    /// <summary>What stands in the place of <see cref="TaxNote"/> until the note is issued.</summary>
    public required Selector TaxNotePending { get; init; }

    /// <summary>The link to the client's own data.</summary>
    public required Selector Account { get; init; }

    /// <summary>The client's own data.</summary>
    public required Selector AccountData { get; init; }

    public required IReadOnlyList<Sign> Signs { get; init; }

    /// <summary>What only those see who are, or were, signed in: that the session is over, or that something must be done first.</summary>
    public required IReadOnlyList<Sign> SessionSigns { get; init; }
}

/// <summary>What the chooser calls a contract's number and its company.</summary>
public sealed record ContractColumns(string Contract, string Cnpj);
