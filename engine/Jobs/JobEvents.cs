namespace BotPhone.Jobs;

/// <summary>Something that happened, told after it was written.</summary>
internal abstract record JobEvent
{
    /// <summary>The job to which it happened; null when it is about none.</summary>
    public virtual Guid? JobId => null;
}

/// <summary>A job is as it is now.</summary>
internal sealed record JobChanged(Job Job) : JobEvent
{
    public override Guid? JobId => Job.Id;
}

/// <summary>A job said something.</summary>
internal sealed record LineLogged(LogLine Line) : JobEvent
{
    public override Guid? JobId => Line.JobId;
}

/// <summary>An ended job was removed with its log.</summary>
internal sealed record JobRemoved(Job Job) : JobEvent
{
    public override Guid? JobId => Job.Id;
}

/// <summary>How many jobs there are, told now and then.</summary>
internal sealed record Counted(JobCounts Counts) : JobEvent;

/// <summary>Another version of an operator serves, or none does, or one was refused.</summary>
/// <param name="Version">The one that serves now or did last; null when there was none.</param>
/// <param name="State">One of <see cref="States"/>.</param>
/// <param name="Message">In Portuguese.</param>
internal sealed record OperatorChanged(string Code, string? Version, string State, string Message, DateTimeOffset At) : JobEvent
{
    public const string Loaded = "loaded";
    public const string Rejected = "rejected";
    public const string Removed = "removed";
    public const string RolledBack = "rolled_back";
    public static readonly string[] States = [Loaded, Rejected, Removed, RolledBack];
}

/// <summary>A listener was too slow: this many events are missing here.</summary>
internal sealed record Dropped(int Count) : JobEvent;

/// <summary>How many jobs wait, run, and have ended and are still kept.</summary>
internal readonly record struct JobCounts(int Pending, int Active, int Done);
