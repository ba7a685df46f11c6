using BotPhone.Hosting;
using Npgsql;

namespace BotPhone.Jobs.Postgres;

/// <summary>The history of operators on all nodes, in the jobs' own database. What a node tells of its own operators, its own listeners hear.</summary>
internal sealed class PostgresDeployHistory : IDeployHistory
{
    private const int Longest = 500;
    private const string Insert = "insert into deploys (node, document) values (@node, @document)";
    private const string Shorten = "delete from deploys where node = @node and number <= (select number from deploys where node = @node order by number desc offset @longest limit 1)";
    private readonly PostgresDatabase _database;
    private readonly PostgresWriter _writer;
    private readonly JobFeed _feed;
    private readonly string _node;
    private readonly DeploysBefore _before;

    public PostgresDeployHistory(PostgresDatabase database, PostgresWriter writer, JobFeed feed, string node)
    {
        (_database, _writer, _feed, _node) = (database, writer, feed, node);
        using var connection = database.Source.OpenConnection();
        using var command = new NpgsqlCommand("select document from deploys where node = @node order by number", connection) { Parameters = { new("node", node) } };
        using var reader = command.ExecuteReader();
        var before = new List<OperatorChanged>();
        while (reader.Read()) before.Add(Read(reader));
        _before = new DeploysBefore(before);
    }

    public void Add(OperatorChanged change) => _ = AddAsync(change);

    public async ValueTask<IReadOnlyList<OperatorChanged>> NewestAsync(int limit) =>
        await _database.Source.ReadAsync("select document from deploys order by number desc limit @limit", Read, new NpgsqlParameter("limit", limit));

    private async Task AddAsync(OperatorChanged change)
    {
        if (!_before.Left(change))
        {
            await _writer.CommitAsync(async transaction =>
            {
                transaction.Post(Insert, new("node", _node), PostgresJobStore.Json("document", StoredJson.Write(change, StoredJson.Default.OperatorChanged)));
                await transaction.ExecuteAsync(Shorten, new("node", _node), new("longest", Longest));
            });
        }

        _feed.Publish([change]);
    }

    private static OperatorChanged Read(NpgsqlDataReader row) => StoredJson.Read(row.GetString(0), StoredJson.Default.OperatorChanged);
}
