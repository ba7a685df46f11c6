using BotPhone.Invoices;
using BotPhone.Sdk;

namespace BotPhone.Jobs;

/// <summary>Proves that a file is the right invoice, and keeps it.</summary>
internal interface IInvoices
{
    /// <exception cref="OperatorException">The file is not what was expected.</exception>
    Task<ProvenInvoice> VerifyAsync(ExpectedInvoice expected, DownloadedFile file, CancellationToken cancellation);

    /// <param name="filter">What the client asked for, when the request says so.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.StorageFailed"/>.</exception>
    Task<StoredDocument> StoreAsync(string operatorCode, ProvenInvoice invoice, string? filter, CancellationToken cancellation);

    /// <summary>Whether a file is in the store.</summary>
    Task<bool> ExistsAsync(StorageKey key, CancellationToken cancellation);

    /// <exception cref="OperatorException"><see cref="ErrorCode.StorageFailed"/>: there is no such file.</exception>
    Task<StoredFile> OpenAsync(StorageKey key, CancellationToken cancellation);

    /// <inheritdoc cref="JobContext.MergeAsync"/>
    Task<DownloadedFile> MergeAsync(IReadOnlyList<DownloadedFile> pdfs, CancellationToken cancellation);

    /// <inheritdoc cref="JobContext.DecryptAsync"/>
    Task<DownloadedFile> DecryptAsync(DownloadedFile pdf, string password, CancellationToken cancellation);
}
