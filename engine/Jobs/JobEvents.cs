namespace BotPhone.Jobs;

/// <summary>Something that happened, told after it was written.</summary>
internal abstract record JobEvent;

/// <summary>A job is as it is now.</summary>
internal sealed record JobChanged(Job Job) : JobEvent;

/// <summary>A job said something.</summary>
internal sealed record LineLogged(LogLine Line) : JobEvent;

/// <summary>An ended job was removed with its log.</summary>
internal sealed record JobRemoved(Job Job) : JobEvent;

/// <summary>How many jobs there are, told now and then.</summary>
internal sealed record Counted(JobCounts Counts) : JobEvent;

/// <summary>A listener was too slow: this many events are missing here.</summary>
internal sealed record Dropped(int Count) : JobEvent;

/// <summary>How many jobs wait, run, and have ended and are still kept.</summary>
internal readonly record struct JobCounts(int Pending, int Active, int Done);
