namespace BotPhone.PortalSimulator.Digitalnet;

/// <summary>A contract as the chooser shows it. <paramref name="Shown"/> is its number of 10 characters as it is written.</summary>
internal sealed record DigitalnetContract(SimulatedClient Client, string Shown, string Service)
{
    public bool Covers(SimulatedInvoice invoice) => invoice.Client == Client && invoice.ShownAccount == Shown;
}
