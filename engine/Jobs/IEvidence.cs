namespace BotPhone.Jobs;

/// <summary>Keeps what a page was like when a job failed, as long as the job itself.</summary>
internal interface IEvidence
{
    /// <returns>The keys under which it is, for <c>GET /arquivos</c>; none when it could not be kept.</returns>
    Task<IReadOnlyList<string>> KeepAsync(Guid jobId, FailedPage page);

    /// <summary>Removes what a job's earlier attempt has left.</summary>
    Task RemoveAsync(Job job);

    /// <summary>Removes what jobs have left that are no more.</summary>
    Task RemoveOrphansAsync(Func<Guid, ValueTask<bool>> exists);
}
