namespace BotPhone.PortalSimulator;

/// <summary>A made-up company. <paramref name="Cnpj"/> has 14 characters, without punctuation.</summary>
public sealed record SimulatedClient(string Cnpj, string Name);
