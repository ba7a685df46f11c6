using Microsoft.Extensions.Caching.Memory;

namespace BotPhone.Jobs.Store;

/// <summary>
/// Jobs that were read lately, so that one who asks for the same job again and again costs the disk nothing. What happens to a job
/// drops it here before anyone is told of it.
/// </summary>
/// <param name="read">Reads a job and its log; null when there is no such job.</param>
internal sealed class ReadJobs(Func<Guid, LoggedJob?> read) : IDisposable
{
    private const int MostJobs = 1_000;
    private const int LongestLog = 100;
    private readonly MemoryCache _jobs = new(new MemoryCacheOptions { SizeLimit = MostJobs });

    public LoggedJob? Find(Guid id)
    {
        if (_jobs.TryGetValue(id, out Reading? known) && known!.Job is { } job) return job;
        // Its place is taken before it is read: a change that comes meanwhile takes the place away, and what was read is not kept.
        var reading = _jobs.Set(id, new Reading(), new MemoryCacheEntryOptions { Size = 1 });
        var found = read(id);
        if (found is { Log.Count: <= LongestLog }) reading.Job = found;
        else _jobs.Remove(id);
        return found;
    }

    public void Drop(JobEvent change)
    {
        if (change.JobId is { } id) _jobs.Remove(id);
    }

    public void Dispose() => _jobs.Dispose();

    private sealed class Reading
    {
        public LoggedJob? Job { get; set; }
    }
}
