namespace BotPhone.Sdk;

/// <summary>A file that <see cref="JobContext.FetchInvoiceAsync"/> has proven to be the right invoice.</summary>
/// <param name="Expected">What it was checked against.</param>
/// <param name="Path">Where the file is until the server has stored it.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Sha256">Its SHA-256, 64 small hexadecimal digits.</param>
public sealed record VerifiedInvoice(ExpectedInvoice Expected, string Path, long Size, string Sha256);
