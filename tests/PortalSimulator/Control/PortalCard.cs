using System.Text.Json.Serialization;
using BotPhone.PortalSimulator.Troubles;

namespace BotPhone.PortalSimulator.Control;

/// <summary>A portal as <c>GET /__sim/portais</c> tells it.</summary>
internal sealed record PortalCard(
    [property: JsonPropertyName("portal")] string Portal,
    [property: JsonPropertyName("enderecos")] IReadOnlyDictionary<string, Uri> Addresses,
    [property: JsonPropertyName("configuracao")] IReadOnlyDictionary<string, string> Settings,
    [property: JsonPropertyName("logins")] IEnumerable<LoginCard> Logins,
    [property: JsonPropertyName("problemas")] IEnumerable<TroubleKind> Troubles)
{
    public static PortalCard Of(SimulatedPortal portal) => new(portal.Name, portal.Addresses, portal.Settings, portal.Logins.Select(LoginCard.Of), portal.TroubleKinds);
}

internal sealed record LoginCard(
    [property: JsonPropertyName("login")] string User,
    [property: JsonPropertyName("senha")] string Password,
    [property: JsonPropertyName("cpf")] string? Cpf,
    [property: JsonPropertyName("cnpjs")] IEnumerable<string> Cnpjs)
{
    public static LoginCard Of(SimulatedLogin login) => new(login.User, login.Password, login.Cpf, login.Clients.Select(client => client.Cnpj));
}
