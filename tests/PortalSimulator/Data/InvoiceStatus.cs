namespace BotPhone.PortalSimulator;

/// <summary>What the portal says about an invoice; <see cref="None"/> is the empty cell, "sem status".</summary>
public enum InvoiceStatus
{
    None,
    Open,
    Overdue,
    Paid,
    Cancelled,
}
