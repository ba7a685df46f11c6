using static BotPhone.PortalSimulator.Digitalnet.DigitalnetClients;

namespace BotPhone.PortalSimulator.Digitalnet;

/// <summary>Every contract of the portal: those that have invoices, in their order, and some others.</summary>
internal static class DigitalnetContracts
{
    private static readonly string[] Services = ["Internet 500 Mega", "Link dedicado", "Telefonia fixa"];

    public static readonly IReadOnlyList<DigitalnetContract> All =
    [
        .. DigitalnetInvoices.All.DistinctBy(invoice => (invoice.Client, invoice.Account))
            .Select((invoice, i) => new DigitalnetContract(invoice.Client, invoice.ShownAccount, Services[i % Services.Length])),
        new(Oticas, "N0V0C0NTR4", Services[0]),
        new(Comercio, "DUPL1C4D02", "Wi-Fi gerenciado"),
    ];
}
