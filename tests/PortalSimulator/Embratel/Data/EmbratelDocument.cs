namespace BotPhone.PortalSimulator.Embratel;

/// <summary>What the portal issues with an invoice, each in a window of its own.</summary>
public enum EmbratelDocument
{
    Invoice,
    Boleto,
    Icms,
    Iss,
}
