using System.Security.Cryptography;
using BotPhone.Jobs;
using BotPhone.Sdk;

namespace BotPhone.Documents;

/// <summary>Proof of success, then storage: a file that is not proven never gets a key.</summary>
internal sealed class Invoices(FileStore store) : IInvoices
{
    public Task<VerifiedInvoice> VerifyAsync(ExpectedInvoice expected, DownloadedFile file, CancellationToken cancellation) => Task.Run(
        async () =>
        {
            InvoiceProof.Check(file.Path, expected);
            await using var content = File.OpenRead(file.Path);
            var hash = await SHA256.HashDataAsync(content, cancellation);
            return new VerifiedInvoice(expected, file.Path, content.Length, Convert.ToHexStringLower(hash));
        },
        cancellation);

    public async Task<StoredDocument> StoreAsync(string operatorCode, VerifiedInvoice invoice, CancellationToken cancellation)
    {
        try
        {
            var key = await store.PutAsync(InvoiceKey.Of(operatorCode, invoice.Expected), invoice.Path, invoice.Sha256, cancellation);
            return new StoredDocument(key.Value, StoredDocument.Invoice, invoice.Size, invoice.Sha256, invoice.Expected.DueDate);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException(ErrorCode.StorageFailed, ErrorCode.StorageFailed.Explanation, exception);
        }
    }
}
