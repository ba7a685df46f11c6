using BotPhone.Sdk;

namespace BotPhone.Operators.Oi;

/// <summary>All that may differ between one day's portal and the next: see <c>operator.json</c>.</summary>
public sealed record OiSettings
{
    /// <summary>Where the portal begins.</summary>
    public required Uri Address { get; init; }

    /// <summary>The list with its filter, relative to the portal; <c>{cnpj}</c> stands for the 14 characters.</summary>
    public required string Invoices { get; init; }

    /// <summary>The list of all invoices of all companies, relative to the portal.</summary>
    public required string AllInvoices { get; init; }

    /// <summary>How often the list is opened until its address keeps the filter.</summary>
    public int FilterAttempts { get; init; } = 4;

    /// <summary>The most pages of a list that are read.</summary>
    public int MaxPages { get; init; } = 200;

    public required InvoiceColumns Columns { get; init; }

    public required Selector SignInFrame { get; init; }

    public required Selector User { get; init; }

    public required Selector Password { get; init; }

    public required Selector SignIn { get; init; }

    public required Selector Spinner { get; init; }

    public required Selector SignOut { get; init; }

    /// <summary>A table.</summary>
    public required RowLayout List { get; init; }

    public required Selector NextPage { get; init; }

    /// <summary>Inside a row of the list.</summary>
    public required Selector Detail { get; init; }

    public required Selector DueDate { get; init; }

    public required Selector Pdf { get; init; }

    /// <summary>What the detail shows in the place of the PDF's link when a second copy must be asked for.</summary>
    public required Selector Archived { get; init; }

    /// <summary>Inside a row of the list: chooses it.</summary>
    public required Selector Tick { get; init; }

    public required Selector SecondCopy { get; init; }

    public required Selector DocumentType { get; init; }

    /// <summary>The option of <see cref="DocumentType"/> that is the invoice.</summary>
    public required string WantedType { get; init; }

    public required Selector Ask { get; init; }

    public required Selector SeeDownloads { get; init; }

    /// <summary>The link to the newest copy's ZIP, which is there once it is made.</summary>
    public required Selector CopyFile { get; init; }

    /// <summary>How long a second copy is waited for.</summary>
    public TimeSpan CopyPatience { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>The buttons that close what lies over the pages.</summary>
    public IReadOnlyList<Selector> Overlays { get; init; } = [];

    public required IReadOnlyList<Sign> Signs { get; init; }

    /// <summary>What says, once signed in, that the session is over.</summary>
    public required IReadOnlyList<Sign> SessionSigns { get; init; }
}
