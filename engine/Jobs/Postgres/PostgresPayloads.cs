using BotPhone.Hosting;
using Npgsql;

namespace BotPhone.Jobs.Postgres;

/// <summary>Sealed payloads in the jobs' own database. A row that is removed is gone for whoever asks; its bytes go with the database's next clean-up.</summary>
internal sealed class PostgresPayloads(PostgresDatabase database, PostgresWriter writer) : IPayloadBoxes
{
    public string PlaceOf(Guid job) => $"payloads where job_id = {job}";

    public Task KeepAsync(Guid job, byte[] box) => writer.TryCommitAsync(transaction =>
    {
        transaction.Post("insert into payloads (job_id, box) values (@id, @box)", new("id", job), new("box", box));
        return Task.CompletedTask;
    });

    public async Task<byte[]?> FindAsync(Guid job) =>
        (await database.Source.ReadAsync("select box from payloads where job_id = @id", row => row.GetFieldValue<byte[]>(0), new NpgsqlParameter("id", job))).SingleOrDefault();

    public Task ReplaceAsync(Guid job, byte[] box) =>
        writer.CommitAsync(transaction => transaction.ExecuteAsync("update payloads set box = @box where job_id = @id", new("id", job), new("box", box)));

    public Task EraseAsync(Guid job)
    {
        writer.Post(transaction =>
        {
            transaction.Post("delete from payloads where job_id = @id", new NpgsqlParameter("id", job));
            return Task.CompletedTask;
        });
        return Task.CompletedTask;
    }

    // Of what other nodes accept in this moment the job is not there yet.
    public Task EraseAllButAsync(IReadOnlySet<Guid> jobs) => writer.CommitAsync(transaction => transaction.ExecuteAsync(
        "delete from payloads p using jobs j where j.id = p.job_id and j.completed_at is not null"));

    public async Task<IReadOnlyList<Guid>> JobsAsync() => await database.Source.ReadAsync("select job_id from payloads", row => row.GetGuid(0));
}
