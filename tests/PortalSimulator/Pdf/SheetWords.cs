namespace BotPhone.PortalSimulator.Pdf;

/// <summary>What a portal's invoices call things, and what they show besides.</summary>
internal sealed record SheetWords
{
    private static readonly SheetWords Default = new();

    private static readonly Dictionary<string, SheetWords> ByPortal = new()
    {
        ["OI"] = Default with { ShowsTaxNote = true },
        ["VIVO"] = Default with { Account = "Nº da conta", Month = "Mês de referência", DueDate = "Vence em", Amount = "Valor a pagar", ShowsBars = true },
    };

    public string Account { get; private init; } = "Conta";

    public string Month { get; private init; } = "Referência";

    public string DueDate { get; private init; } = "Vencimento";

    public string Amount { get; private init; } = "Total a pagar";

    /// <summary>The number and the key of the tax note stand on the invoice itself, since there must be an NFCom.</summary>
    public bool ShowsTaxNote { get; private init; }

    /// <summary>The 44 digits of the bars stand under the line.</summary>
    public bool ShowsBars { get; private init; }

    public static SheetWords Of(SimulatedInvoice invoice) => ByPortal.GetValueOrDefault(invoice.Portal, Default);
}
