using BotPhone.Invoices;
using BotPhone.Jobs;
using BotPhone.Sdk;

namespace BotPhone.Documents;

/// <summary>Proof of success, then storage: a file that is not proven never gets a key.</summary>
internal sealed class Invoices(FileStore store, Qpdf qpdf) : IInvoices
{
    public Task<ProvenInvoice> VerifyAsync(ExpectedInvoice expected, DownloadedFile file, CancellationToken cancellation) =>
        InvoiceCheck.RunAsync(expected, file, cancellation);

    public async Task<StoredDocument> StoreAsync(string operatorCode, ProvenInvoice invoice, CancellationToken cancellation)
    {
        var (expected, path, size, sha256) = invoice.Verified;
        try
        {
            var key = await store.PutAsync(invoice.Named(InvoiceKey.Of(operatorCode, expected)), path, sha256, cancellation);
            return new StoredDocument(key.Value, StoredDocument.Invoice, size, sha256, expected.DueDate, invoice.Fields, invoice.Note);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException(ErrorCode.StorageFailed, ErrorCode.StorageFailed.Explanation, exception);
        }
    }

    public Task<StoredFile> OpenAsync(StorageKey key, CancellationToken cancellation) => Task.Run(
        () => store.Find(key) is { } path
            ? new StoredFile(key, path, new FileInfo(path).Length, FileHash.Of(path))
            : throw new OperatorException(ErrorCode.StorageFailed, $"o arquivo '{key}' não está no armazenamento"),
        cancellation);

    public Task<DownloadedFile> MergeAsync(IReadOnlyList<DownloadedFile> pdfs, CancellationToken cancellation) =>
        Task.Run(() => PdfMerge.Of(pdfs), cancellation);

    public Task<DownloadedFile> DecryptAsync(DownloadedFile pdf, string password, CancellationToken cancellation) =>
        qpdf.DecryptAsync(pdf, password, cancellation);
}
