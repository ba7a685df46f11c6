namespace BotPhone.Jobs;

/// <summary>The four states of the contract; the names go over the wire in capitals.</summary>
internal enum JobStatus
{
    Pending,
    Running,
    Completed,
    Failed,
}
