using System.Text.Json.Serialization;
using BotPhone.Sdk;

namespace BotPhone.Operators.Sat;

/// <summary>The access to SAT, and all that may differ between one day's portal and the next: see <c>operator.json</c>.</summary>
public sealed record SatSettings
{
    /// <summary>Where the portal begins.</summary>
    public required Uri Address { get; init; }

    /// <summary>Who signs in, for all jobs.</summary>
    public string? Login { get; init; }

    [JsonPropertyName("Senha")]
    public Secret? Password { get; init; }

    /// <summary>The list of clients, relative to the portal; <c>{nome}</c> stands for what is searched.</summary>
    public required string Clients { get; init; }

    /// <summary>What the category list calls an invoice.</summary>
    public required string Category { get; init; }

    /// <summary>The most pages of a list that are read.</summary>
    public int MaxPages { get; init; } = 200;

    public required Selector User { get; init; }

    public required Selector PasswordField { get; init; }

    public required Selector SignIn { get; init; }

    public required Selector Busy { get; init; }

    public required Selector SignOut { get; init; }

    public required RowLayout ClientList { get; init; }

    public required SatClientColumns ClientColumns { get; init; }

    public required Selector NoClients { get; init; }

    public required Selector NextPage { get; init; }

    /// <summary>Inside a row of the clients.</summary>
    public required Selector OpenClient { get; init; }

    /// <summary>On the client's own page.</summary>
    public required Selector ClientCnpj { get; init; }

    public required RowLayout RegistrationList { get; init; }

    public required SatRegistrationColumns RegistrationColumns { get; init; }

    public required Selector NoRegistrations { get; init; }

    public required Selector New { get; init; }

    public required SatFormFields Form { get; init; }

    public required Selector Save { get; init; }

    /// <summary>What the portal says of a registration that it took.</summary>
    public required Selector Saved { get; init; }

    public required IReadOnlyList<Sign> Signs { get; init; }

    /// <summary>What says, once signed in, that the session is over.</summary>
    public required IReadOnlyList<Sign> SessionSigns { get; init; }

    /// <summary>What says, once the form was sent, that nothing was registered.</summary>
    public required IReadOnlyList<Sign> RefusalSigns { get; init; }
}
