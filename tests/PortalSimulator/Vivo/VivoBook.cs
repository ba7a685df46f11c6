namespace BotPhone.PortalSimulator.Vivo;

/// <summary>What one login may see: companies and invoices, each with a number that only says where it stands.</summary>
internal sealed class VivoBook(SimulatedLogin login)
{
    private const int First = 4001;
    private readonly List<SimulatedInvoice> _all = [.. VivoData.Invoices.Where(invoice => login.Holds(invoice.Client))];

    public SimulatedClient? ClientAt(int number) => login.Clients.ElementAtOrDefault(number);

    /// <summary>By name or CNPJ. Of a CNPJ only the beginning counts, so a company's branches come with it.</summary>
    public IEnumerable<(int Number, SimulatedClient Client)> Search(string? text)
    {
        const int Root = 8;
        var wanted = Cnpj.Clean(text ?? "");
        var root = wanted.Length > Root ? wanted[..Root] : wanted;
        return login.Clients.Index().Where(one =>
            one.Item.Cnpj.StartsWith(root, StringComparison.Ordinal) || one.Item.Name.Contains(text ?? "", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A company without invoices has a service all the same.</summary>
    public static IEnumerable<VivoService> ServicesOf(SimulatedClient client) => VivoInvoices.Accounts
        .Where(account => account.Invoices.Any(invoice => invoice.Client == client))
        .Select(account => account.Service)
        .DefaultIfEmpty(VivoService.Mobile)
        .Distinct().Order();

    public int NumberOf(SimulatedInvoice invoice) => _all.IndexOf(invoice) + First;

    public SimulatedInvoice? At(int number) => _all.ElementAtOrDefault(number - First);

    /// <summary>The newest month first, but in a month by due date: the first that fits need not be the newest.</summary>
    public IReadOnlyList<SimulatedInvoice> Of(SimulatedClient client, VivoService service) =>
    [
        .. _all.Where(one => one.Client == client && VivoInvoices.AccountOf(one).Service == service)
            .OrderByDescending(one => one.Month).ThenBy(one => one.DueDate).ThenBy(one => one.Account, StringComparer.Ordinal),
    ];
}
