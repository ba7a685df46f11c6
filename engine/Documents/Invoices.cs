using System.Security.Cryptography;
using BotPhone.Jobs;
using BotPhone.Sdk;

namespace BotPhone.Documents;

/// <summary>Proof of success, then storage: a file that is not proven never gets a key.</summary>
internal sealed class Invoices(FileStore store, Qpdf qpdf) : IInvoices
{
    public Task<ProvenInvoice> VerifyAsync(ExpectedInvoice expected, DownloadedFile file, CancellationToken cancellation) => Task.Run(
        () => InvoiceZip.Is(file.Path) ? Chosen(InvoiceZip.Unpack(file.Path), expected) : Proven(file.Path, expected), cancellation);

    public async Task<StoredDocument> StoreAsync(string operatorCode, ProvenInvoice invoice, CancellationToken cancellation)
    {
        var (expected, path, size, sha256) = invoice.Verified;
        try
        {
            var key = await store.PutAsync(InvoiceKey.Of(operatorCode, expected), path, sha256, cancellation);
            return new StoredDocument(key.Value, StoredDocument.Invoice, size, sha256, expected.DueDate, invoice.Fields, invoice.Note);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException(ErrorCode.StorageFailed, ErrorCode.StorageFailed.Explanation, exception);
        }
    }

    public Task<StoredFile> OpenAsync(StorageKey key, CancellationToken cancellation) => Task.Run(
        () => store.Find(key) is { } path
            ? new StoredFile(key, path, new FileInfo(path).Length, HashOf(path))
            : throw new OperatorException(ErrorCode.StorageFailed, $"o arquivo '{key}' não está no armazenamento"),
        cancellation);

    public Task<DownloadedFile> MergeAsync(IReadOnlyList<DownloadedFile> pdfs, CancellationToken cancellation) =>
        Task.Run(() => PdfMerge.Of(pdfs), cancellation);

    public Task<DownloadedFile> DecryptAsync(DownloadedFile pdf, string password, CancellationToken cancellation) =>
        qpdf.DecryptAsync(pdf, password, cancellation);

    private static ProvenInvoice Proven(string path, ExpectedInvoice expected)
    {
        var text = PdfText.Read(path);
        var note = InvoiceProof.Check(text, expected);
        var verified = new VerifiedInvoice(expected, path, new FileInfo(path).Length, HashOf(path));
        return new ProvenInvoice(verified, InvoiceReader.Read(text, expected), note);
    }

    // Among several files the invoice is known by what it says, never by its name.
    private static ProvenInvoice Chosen(IReadOnlyList<string> files, ExpectedInvoice expected)
    {
        if (files.Count == 0) throw new OperatorException(ErrorCode.InvalidZip, "o arquivo ZIP está vazio");
        if (files is [var only]) return Proven(only, expected);
        var right = files.Where(file => SaysItIs(file, expected)).DistinctBy(HashOf).Take(2).ToList();
        return right switch
        {
            [var one] => Proven(one, expected),
            [] => throw new OperatorException(ErrorCode.WrongInvoice, $"nenhum dos {files.Count} arquivos do ZIP é a fatura pedida"),
            _ => throw new OperatorException(ErrorCode.WrongInvoice, "mais de um arquivo do ZIP parece ser a fatura pedida"),
        };
    }

    private static bool SaysItIs(string file, ExpectedInvoice expected)
    {
        try
        {
            return InvoiceProof.Check(PdfText.Read(file), expected) is null;
        }
        catch (OperatorException)
        {
            // Another document, or none at all.
            return false;
        }
    }

    private static string HashOf(string path)
    {
        using var content = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
