namespace BotPhone.Jobs;

/// <summary>Who asked for what, or what happened to an operator.</summary>
/// <param name="Action">What was done, such as <c>job.accepted</c>.</param>
/// <param name="Target">To what: a job's id, a file's key, an operator's code.</param>
/// <param name="By">Who: the token's subject; null where the server acted by itself.</param>
/// <param name="Details">More about it, never anything of a request's content.</param>
internal sealed record AuditEntry(string Action, string Target, string? By = null, string? Details = null)
{
    public const string JobAccepted = "job.accepted";
    public const string FileRead = "file.read";
    public const string FileRemoved = "file.removed";
    public const string LedgerExported = "ledger.exported";
}
