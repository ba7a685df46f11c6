using BotPhone.Jobs.Cluster;
using LiteDB;
using Npgsql;

namespace BotPhone.Jobs.Move;

/// <summary>Documents of the LiteDB file, along an index.</summary>
/// <param name="name">As the file calls the collection.</param>
/// <param name="rows">What a document becomes.</param>
internal class LiteCollection(LiteDatabase source, string name, string title, MovedTable table, Func<BsonDocument, IEnumerable<object?[]>> rows, string index = "_id")
    : MovedCollection(name, title, table)
{
    public override Task<IReadOnlyList<MovedRecord>> ReadAfterAsync(string? key, int limit)
    {
        var last = key is null ? BsonValue.MinValue : JsonSerializer.Deserialize(key);
        return Task.FromResult<IReadOnlyList<MovedRecord>>(
        [
            .. source.GetCollection(Name).Query().Where(Query.GT(index, last)).OrderBy(index).Limit(limit).ToEnumerable()
                .Select(document => new MovedRecord(JsonSerializer.Serialize(document[index]), [.. rows(document)], WaitingOf(document))),
        ]);
    }

    protected virtual Job? WaitingOf(BsonDocument document) => null;
}

/// <summary>Jobs, with their places in the queue. One that ran is in it, too: whichever node takes it finds that it was cut off.</summary>
internal sealed class JobCollection(LiteDatabase source, IClusterQueue queue) : LiteCollection(source, "jobs", "jobs", MovedTables.Jobs, MovedRows.OfJob, Store.JobDocument.Number)
{
    public override async Task CompleteAsync(IReadOnlyList<MovedRecord> records, NpgsqlTransaction transaction)
    {
        foreach (var record in records)
            if (record.Waiting is { } job) await queue.EnqueueAsync(job, transaction);
    }

    protected override Job? WaitingOf(BsonDocument document) => Store.JobDocument.Read(document) is { HasEnded: false } job ? job : null;
}
