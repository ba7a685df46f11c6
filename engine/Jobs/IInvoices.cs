using BotPhone.Invoices;
using BotPhone.Sdk;

namespace BotPhone.Jobs;

/// <summary>Proves that a file is the right invoice, and keeps it.</summary>
internal interface IInvoices
{
    /// <summary>Why invoices cannot be kept now, in Portuguese, or null while all is well.</summary>
    string? Fault { get; }

    /// <exception cref="OperatorException">The file is not what was expected.</exception>
    Task<ProvenInvoice> VerifyAsync(ExpectedInvoice expected, DownloadedFile file, CancellationToken cancellation);

    /// <param name="filter">What the client asked for, when the request says so.</param>
    /// <param name="warn">Tells the job's log that it waits for the store.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.StorageFailed"/>.</exception>
    /// <exception cref="DocumentStoreException">The store is down and stayed so; the invoice is safe on this machine's disk.</exception>
    Task<StoredDocument> StoreAsync(string operatorCode, ProvenInvoice invoice, string? filter, Action<string> warn, CancellationToken cancellation);

    /// <summary>Whether a file is in the store.</summary>
    Task<bool> ExistsAsync(StorageKey key, CancellationToken cancellation);

    /// <summary>Brings a stored file to this machine, until it is closed.</summary>
    /// <exception cref="OperatorException"><see cref="ErrorCode.StorageFailed"/>: there is no such file, or the store is down.</exception>
    Task<StoredFile> OpenAsync(StorageKey key, CancellationToken cancellation);

    /// <summary>The attempt that opened a file is over.</summary>
    void Close(StoredFile file);

    /// <inheritdoc cref="JobContext.MergeAsync"/>
    Task<DownloadedFile> MergeAsync(IReadOnlyList<DownloadedFile> pdfs, CancellationToken cancellation);

    /// <inheritdoc cref="JobContext.DecryptAsync"/>
    Task<DownloadedFile> DecryptAsync(DownloadedFile pdf, string password, CancellationToken cancellation);
}
