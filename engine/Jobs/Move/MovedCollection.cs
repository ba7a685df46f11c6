using Npgsql;

namespace BotPhone.Jobs.Move;

/// <summary>One kind of record of the old server, and the table in which nodes keep it.</summary>
/// <param name="name">As the journal knows it.</param>
/// <param name="title">As people read it, in Portuguese.</param>
internal abstract class MovedCollection(string name, string title, MovedTable table)
{
    public string Name => name;

    public string Title => title;

    public MovedTable Table => table;

    /// <summary>The records that come next, in the order of their keys. The source is only read.</summary>
    /// <param name="key">Of the last one that was taken over; null before the first.</param>
    public abstract Task<IReadOnlyList<MovedRecord>> ReadAfterAsync(string? key, int limit);

    /// <summary>What else belongs to records that were written, in the same transaction.</summary>
    public virtual Task CompleteAsync(IReadOnlyList<MovedRecord> records, NpgsqlTransaction transaction) => Task.CompletedTask;

    /// <summary>A row as it is compared.</summary>
    public virtual object?[] Open(object?[] row) => row;
}

/// <param name="Key">Where it is in the source's order.</param>
/// <param name="Rows">What it becomes.</param>
/// <param name="Waiting">The job that is to be run, if it is one.</param>
internal sealed record MovedRecord(string Key, IReadOnlyList<object?[]> Rows, Job? Waiting = null);
