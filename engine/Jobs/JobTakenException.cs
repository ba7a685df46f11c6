namespace BotPhone.Jobs;

/// <summary>The job was taken by another node while this one was thought to be gone: nothing that is done for it here counts any more.</summary>
internal sealed class JobTakenException(Guid job) : Exception($"The job {job} runs on another node now.");
