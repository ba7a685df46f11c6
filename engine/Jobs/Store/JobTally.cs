namespace BotPhone.Jobs.Store;

/// <summary>Counts jobs by operator and status as they change, so that no question about their number reads them.</summary>
internal sealed class JobTally
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Operator, JobStatus Status), int> _counts = [];
    private readonly Dictionary<Guid, JobStatus> _unfinished = [];

    /// <summary>How many jobs wait, run, and have ended.</summary>
    public JobCounts Counts => new(Count(JobStatus.Pending, null), Count(JobStatus.Running, null), Count(JobStatus.Completed, null) + Count(JobStatus.Failed, null));

    public void Apply(JobEvent change)
    {
        lock (_lock)
        {
            if (change is JobChanged { Job: var job }) Move(job);
            else if (change is JobRemoved { Job: var removed }) Change(removed.Operator, removed.Status, -1);
        }
    }

    /// <summary>Adds jobs that are there and will not change.</summary>
    public void Add(string @operator, JobStatus status, int jobs)
    {
        lock (_lock) Change(@operator, status, jobs);
    }

    public int Count(JobStatus? status, string? @operator)
    {
        lock (_lock)
        {
            return _counts
                .Where(entry => (status is null || entry.Key.Status == status) && (@operator is null || entry.Key.Operator == @operator))
                .Sum(entry => entry.Value);
        }
    }

    private void Move(Job job)
    {
        if (_unfinished.Remove(job.Id, out var before)) Change(job.Operator, before, -1);
        Change(job.Operator, job.Status, 1);
        if (!job.HasEnded) _unfinished.Add(job.Id, job.Status);
    }

    private void Change(string @operator, JobStatus status, int change) =>
        _counts[(@operator, status)] = _counts.GetValueOrDefault((@operator, status)) + change;
}
