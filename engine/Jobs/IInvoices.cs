using BotPhone.Sdk;

namespace BotPhone.Jobs;

/// <summary>Proves that a file is the right invoice, and keeps it.</summary>
internal interface IInvoices
{
    /// <exception cref="OperatorException">The file is not what was expected.</exception>
    Task<VerifiedInvoice> VerifyAsync(ExpectedInvoice expected, DownloadedFile file, CancellationToken cancellation);

    /// <exception cref="OperatorException"><see cref="ErrorCode.StorageFailed"/>.</exception>
    Task<StoredDocument> StoreAsync(string operatorCode, VerifiedInvoice invoice, CancellationToken cancellation);
}
