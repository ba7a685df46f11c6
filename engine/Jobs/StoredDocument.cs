namespace BotPhone.Jobs;

/// <summary>A verified file in the document store.</summary>
internal sealed record StoredDocument(string Key, string Kind, long Size, string Sha256, DateOnly? DueDate)
{
    public const string Invoice = "fatura";
}
