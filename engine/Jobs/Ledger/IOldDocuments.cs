namespace BotPhone.Jobs;

/// <summary>Removes documents that have been kept as long as they are to be kept.</summary>
internal interface IOldDocuments
{
    Task RemoveAsync(CancellationToken cancellation);
}
