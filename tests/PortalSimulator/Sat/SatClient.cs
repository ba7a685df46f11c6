namespace BotPhone.PortalSimulator.Sat;

/// <summary>A company as SAT keeps it.</summary>
internal sealed record SatClient(int Number, SimulatedClient Company, params IReadOnlyList<string> Branches);
