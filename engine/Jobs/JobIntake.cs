namespace BotPhone.Jobs;

/// <summary>Takes a checked request in: sealed, durable, then queued.</summary>
internal sealed class JobIntake(IJobStore store, JobQueue queue, PayloadSeal seal, TimeProvider time)
{
    public async Task<Job> AcceptAsync(IOperatorVersion @operator, IReadOnlyDictionary<string, string> values, Guid? processoId)
    {
        var job = new Job
        {
            Id = Guid.NewGuid(),
            Number = store.NextNumber(),
            Operator = @operator.Code,
            ProcessoId = processoId,
            SealedPayload = seal.Close(values),
            CreatedAt = time.GetUtcNow(),
        };
        await store.SaveAsync(job);
        queue.Add(job);
        return job;
    }
}
