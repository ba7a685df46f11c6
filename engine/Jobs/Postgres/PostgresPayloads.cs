using System.Collections.Concurrent;
using BotPhone.Hosting;
using Npgsql;

namespace BotPhone.Jobs.Postgres;

/// <summary>Sealed payloads in the jobs' own database. A row that is removed is gone for whoever asks; its bytes go with the database's next clean-up.</summary>
internal sealed class PostgresPayloads(PostgresDatabase database, PostgresWriter writer) : IPayloadBoxes
{
    private readonly ConcurrentDictionary<Guid, byte[]> _waiting = [];

    public string PlaceOf(Guid job) => $"payloads where job_id = {job}";

    // It is written with its job, in one commit.
    public Task KeepAsync(Guid job, byte[] box)
    {
        _waiting[job] = box;
        return Task.CompletedTask;
    }

    /// <summary>Writes a payload, as a part of the change that adds its job.</summary>
    public void Add(PostgresTransaction transaction, Guid job)
    {
        if (_waiting.TryGetValue(job, out var box)) transaction.Post("insert into payloads (job_id, box) values (@id, @box)", new("id", job), new("box", box));
    }

    /// <summary>The payload is written, or never will be.</summary>
    public void Forget(Guid job) => _waiting.TryRemove(job, out _);

    public async Task<byte[]?> FindAsync(Guid job) =>
        (await database.Source.ReadAsync("select box from payloads where job_id = @id", row => row.GetFieldValue<byte[]>(0), new NpgsqlParameter("id", job))).SingleOrDefault();

    public Task ReplaceAsync(Guid job, byte[] box) =>
        writer.CommitAsync(transaction => transaction.ExecuteAsync("update payloads set box = @box where job_id = @id", new("id", job), new("box", box)));

    public Task EraseAsync(Guid job)
    {
        // What was not written needs no removal.
        if (_waiting.TryRemove(job, out _)) return Task.CompletedTask;
        writer.Post(transaction =>
        {
            transaction.Post("delete from payloads where job_id = @id", new NpgsqlParameter("id", job));
            return Task.CompletedTask;
        });
        return Task.CompletedTask;
    }

    // What other nodes' jobs need stays, too: a payload comes and goes with its job.
    public Task EraseAllButAsync(IReadOnlySet<Guid> jobs) => writer.CommitAsync(transaction => transaction.ExecuteAsync(
        "delete from payloads where job_id <> all(@jobs) and not exists (select 1 from jobs where id = job_id and completed_at is null)", new NpgsqlParameter("jobs", jobs.ToArray())));

    public async Task<IReadOnlyList<Guid>> JobsAsync() => await database.Source.ReadAsync("select job_id from payloads", row => row.GetGuid(0));
}
