using BotPhone.Sdk;

namespace BotPhone.Operators.Vivo;

/// <summary>All that may differ between one day's portal and the next: see <c>operator.json</c>.</summary>
public sealed record VivoSettings
{
    /// <summary>Where the portal begins.</summary>
    public required Uri Address { get; init; }

    public required VivoSignInSettings SignIn { get; init; }

    public required VivoClientSettings Client { get; init; }

    /// <summary>The services from which a company with several must choose, as cards that are links.</summary>
    public required RowLayout Services { get; init; }

    /// <summary>The field of a service's card that is its name.</summary>
    public required string ServiceName { get; init; }

    /// <summary>The names of those services that open the older portal.</summary>
    public IReadOnlyList<string> OldServices { get; init; } = [];

    public required VivoListSettings List { get; init; }

    public required VivoFileSettings File { get; init; }

    public required VivoOldSettings Old { get; init; }

    public required Selector Spinner { get; init; }

    /// <summary>The buttons that close what lies over the pages.</summary>
    public IReadOnlyList<Selector> Overlays { get; init; } = [];

    public required IReadOnlyList<Sign> Signs { get; init; }

    /// <summary>What says, once signed in, that the session is over.</summary>
    public required IReadOnlyList<Sign> SessionSigns { get; init; }
}

/// <summary>The screens of the way in, and the way out.</summary>
public sealed record VivoSignInSettings(
    Selector User, Selector Continue, Selector Cpf, Selector ConfirmCpf, Selector Password, Selector SignIn, Selector SignOut);

/// <summary>The companies of a user.</summary>
/// <param name="Search">The field of the search.</param>
/// <param name="Choose">The link of the company whose CNPJ stands for <c>{cnpj}</c>, with punctuation.</param>
/// <param name="None">What the search shows when it finds nobody.</param>
/// <param name="Current">The CNPJ of the company whose pages are shown.</param>
public sealed record VivoClientSettings(Selector Search, Selector Choose, Selector None, Selector Current);

/// <summary>What the columns of a list are called.</summary>
/// <param name="Invoice">Those that all operators have.</param>
/// <param name="Line">The line of the account.</param>
public sealed record VivoColumns(InvoiceColumns Invoice, string Line);
