using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using BotPhone.Hosting;

namespace BotPhone.Jobs;

/// <summary>Takes a checked request in: sealed, durable, then queued.</summary>
internal sealed class JobIntake(IJobStore store, IJobQueue queue, PayloadVault vault, RequestFingerprint fingerprint, TimeProvider time)
{
    /// <param name="requestKey">The client's own key of the request, if it has one: the same key gives the same job.</param>
    /// <returns>The job, or null when the key was used for something else.</returns>
    public async Task<Job?> AcceptAsync(IOperatorVersion @operator, PayloadBody body, string? requestKey)
    {
        var wanted = new Job
        {
            Id = Guid.NewGuid(),
            Number = await store.NextNumberAsync(),
            Operator = @operator.Code,
            Client = JobClient.Of(@operator.Payload, body.Values),
            ProcessoId = body.ProcessoId,
            TraceId = Activity.Current?.TraceId.ToString(),
            RequestKey = requestKey is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(requestKey))),
            RequestFingerprint = requestKey is null ? null : fingerprint.Of(@operator.Code, body.Values, body.ProcessoId),
            LoginKey = fingerprint.OfLogin(@operator, body.Values),
            CreatedAt = time.GetUtcNow(),
        };
        var job = await KeepAsync(wanted, body.Values);
        if (job.Id == wanted.Id)
        {
            queue.Add(job);
            CrashPoint.Pass(CrashPoint.JobQueued);
            return job;
        }

        await vault.EraseAsync(wanted.Id);
        return CryptographicOperations.FixedTimeEquals(wanted.RequestFingerprint, job.RequestFingerprint) ? job : null;
    }

    // The payload first: a job on the disk always has its payload there.
    private async Task<Job> KeepAsync(Job wanted, IReadOnlyDictionary<string, string> values)
    {
        try
        {
            await vault.KeepAsync(wanted.Id, values);
            CrashPoint.Pass(CrashPoint.PayloadKept);
            var job = await store.AddAsync(wanted);
            CrashPoint.Pass(CrashPoint.JobAdded);
            return job;
        }
        catch (IOException exception)
        {
            await vault.EraseAsync(wanted.Id);
            throw new NotStoredException(exception);
        }
    }
}
