namespace BotPhone.Sdk;

/// <summary>What an operator brings back. Only files proven by <see cref="JobContext.FetchInvoiceAsync"/> can be in it.</summary>
/// <param name="Invoice">The verified invoice; the server stores it and its key becomes the job's <c>result</c>.</param>
public sealed record OperatorResult(VerifiedInvoice Invoice);
