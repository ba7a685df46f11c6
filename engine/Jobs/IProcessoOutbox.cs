namespace BotPhone.Jobs;

/// <summary>The updates that processos are owed. One comes with the final state of each job that names a processo, and stays until it is taken out.</summary>
internal interface IProcessoOutbox
{
    /// <summary>The updates that are due first.</summary>
    ValueTask<IReadOnlyList<ProcessoUpdate>> DueAsync(int limit);

    /// <summary>Takes an update in hand, so that no other node does: it is due again at a moment, should this one not come back with it.</summary>
    /// <returns>False when another has taken it.</returns>
    Task<bool> TryTakeAsync(ProcessoUpdate update, DateTimeOffset until);

    /// <summary>Writes an update that is to be tried again.</summary>
    Task PostponeAsync(ProcessoUpdate update);

    /// <summary>Takes an update out.</summary>
    Task CloseAsync(ProcessoUpdate update);
}

/// <summary>What a processo is to be told about a job that has ended.</summary>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="DueAt">Not before then is it tried.</param>
internal sealed record ProcessoUpdate(
    Guid JobId, string Operator, Guid ProcessoId, string Status, string? Result, string? Error, DateTimeOffset EndedAt, int Attempts, DateTimeOffset DueAt)
{
    /// <summary>The update that an ended job owes, or null when it names no processo.</summary>
    public static ProcessoUpdate? Of(Job job) => job is { HasEnded: true, ProcessoId: { } processo, CompletedAt: { } ended }
        ? new ProcessoUpdate(job.Id, job.Operator, processo, JobStatusBody.NameOf(job.Status), job.Result, job.Error, ended, 0, ended)
        : null;
}
