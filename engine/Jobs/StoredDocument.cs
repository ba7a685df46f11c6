using BotPhone.Invoices;

namespace BotPhone.Jobs;

/// <summary>A file of a job in the document store.</summary>
/// <param name="DueDate">The due date that the portal showed, and the file too.</param>
/// <param name="Fields">What the file says of itself, when it was read.</param>
/// <param name="Note">What could not be checked, in Portuguese, or null.</param>
internal sealed record StoredDocument(string Key, string Kind, long Size, string Sha256, DateOnly? DueDate, InvoiceFields? Fields = null, string? Note = null)
{
    public const string Invoice = "fatura";
    public const string Registered = "cadastrada";

    /// <summary>Which invoice it is; null when it is none that the ledger keeps.</summary>
    public InvoiceIdentity? Identity { get; init; }

    /// <summary>Since when it had been held when the job met it again; null when the job itself stored it.</summary>
    public DateTimeOffset? HeldSince { get; init; }
}
