namespace BotPhone.Sdk;

/// <summary>What an operator brings back: the proof that its job succeeded.</summary>
public sealed record OperatorResult
{
    /// <summary>An invoice was fetched.</summary>
    /// <param name="invoice">A file proven by <see cref="JobContext.FetchInvoiceAsync"/>; the server stores it and its key becomes the job's <c>result</c>.</param>
    public OperatorResult(VerifiedInvoice invoice) => Invoice = invoice ?? throw new ArgumentNullException(nameof(invoice));

    /// <summary>A stored file was registered elsewhere, and seen to be there. For operators that say <see cref="OperatorAttribute.Registers"/>.</summary>
    /// <param name="registered">A file opened by <see cref="JobContext.OpenStoredAsync"/>; its key becomes the job's <c>result</c>.</param>
    public OperatorResult(StoredFile registered) => Registered = registered ?? throw new ArgumentNullException(nameof(registered));

    /// <summary>The invoice that was fetched, or <see langword="null"/>.</summary>
    public VerifiedInvoice? Invoice { get; }

    /// <summary>The file that was registered, or <see langword="null"/>.</summary>
    public StoredFile? Registered { get; }
}
