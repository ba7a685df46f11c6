using BotPhone.Sdk;

namespace BotPhone.Invoices;

/// <summary>A file that was checked.</summary>
/// <param name="Verified">The operator's own token of it.</param>
/// <param name="Fields">What was read from its text.</param>
/// <param name="Note">What could not be checked, in Portuguese, or null.</param>
internal sealed record ProvenInvoice(VerifiedInvoice Verified, InvoiceFields Fields, string? Note);
