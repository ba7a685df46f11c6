namespace BotPhone.PortalSimulator.Oi;

/// <summary>What the list is narrowed to, as its address says.</summary>
internal sealed record OiFilter(string? Cnpj, string? Status, DateOnly? De, DateOnly? Ate)
{
    private static readonly Dictionary<string, InvoiceStatus[]> Statuses = new()
    {
        ["abertas"] = [InvoiceStatus.Open, InvoiceStatus.Overdue],
        ["pagas"] = [InvoiceStatus.Paid],
        ["canceladas"] = [InvoiceStatus.Cancelled],
        ["todas"] = Enum.GetValues<InvoiceStatus>(),
    };

    public bool IsKnown => string.IsNullOrEmpty(Status) || Statuses.ContainsKey(Status);

    public bool IsFor(SimulatedLogin login) => string.IsNullOrEmpty(Cnpj) || login.Clients.Any(client => client.Cnpj == Wanted);

    public bool Fits(SimulatedInvoice invoice) =>
        (string.IsNullOrEmpty(Cnpj) || invoice.Client.Cnpj == Wanted)
        && (string.IsNullOrEmpty(Status) || Statuses[Status].Contains(invoice.Status))
        && !(invoice.DueDate < De) && !(invoice.DueDate > Ate);

    public override string ToString() => string.Join('&', Parts());

    private string Wanted => PortalSimulator.Cnpj.Clean(Cnpj!);

    private IEnumerable<string> Parts()
    {
        if (!string.IsNullOrEmpty(Cnpj))
            yield return $"cnpj={Cnpj}";
        if (!string.IsNullOrEmpty(Status))
            yield return $"status={Status}";
        if (De is { } from)
            yield return $"de={from:yyyy-MM-dd}";
        if (Ate is { } to)
            yield return $"ate={to:yyyy-MM-dd}";
    }
}
