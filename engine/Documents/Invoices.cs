using BotPhone.Documents.Names;
using BotPhone.Documents.Stores;
using BotPhone.Invoices;
using BotPhone.Jobs;
using BotPhone.Sdk;

namespace BotPhone.Documents;

/// <summary>Proof of success, then storage: a file that is not proven never gets a key.</summary>
internal sealed class Invoices(PatientStore keeping, IDocumentStore store, OpenedFiles opened, DocumentNames names, Qpdf qpdf) : IInvoices
{
    public string? Fault => store.Fault;

    public Task<ProvenInvoice> VerifyAsync(ExpectedInvoice expected, DownloadedFile file, CancellationToken cancellation) =>
        InvoiceCheck.RunAsync(expected, file, cancellation);

    public async Task<StoredDocument> StoreAsync(string operatorCode, ProvenInvoice invoice, string? filter, Action<string> warn, CancellationToken cancellation)
    {
        var (expected, path, size, sha256) = invoice.Verified;
        try
        {
            var key = await keeping.PutAsync(invoice.Named(names.Of(operatorCode, expected, filter)), path, sha256, warn, cancellation);
            return new StoredDocument(key.Value, StoredDocument.Invoice, size, sha256, expected.DueDate, invoice.Fields, invoice.Note);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException(ErrorCode.StorageFailed, ErrorCode.StorageFailed.Explanation, exception);
        }
    }

    public async Task<bool> ExistsAsync(StorageKey key, CancellationToken cancellation)
    {
        try
        {
            await using var document = await store.OpenAsync(key, cancellation);
            return document is not null;
        }
        catch (DocumentStoreException)
        {
            // What cannot be seen is stored again, once the store is back.
            return false;
        }
    }

    public async Task<StoredFile> OpenAsync(StorageKey key, CancellationToken cancellation)
    {
        try
        {
            await using var document = await store.OpenAsync(key, cancellation);
            return document is not null
                ? await opened.OpenAsync(key, document, cancellation)
                : throw new OperatorException(ErrorCode.StorageFailed, $"o arquivo '{key}' não está no armazenamento");
        }
        catch (DocumentStoreException fault)
        {
            throw new OperatorException(ErrorCode.StorageFailed, fault.Message, fault);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException(ErrorCode.StorageFailed, $"o arquivo '{key}' não pôde ser lido", exception);
        }
    }

    public void Close(StoredFile file) => OpenedFiles.Close(file);

    public Task<DownloadedFile> MergeAsync(IReadOnlyList<DownloadedFile> pdfs, CancellationToken cancellation) =>
        Task.Run(() => PdfMerge.Of(pdfs), cancellation);

    public Task<DownloadedFile> DecryptAsync(DownloadedFile pdf, string password, CancellationToken cancellation) =>
        qpdf.DecryptAsync(pdf, password, cancellation);
}
