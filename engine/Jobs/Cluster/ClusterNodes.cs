using BotPhone.Hosting;
using BotPhone.Jobs.Postgres;
using Microsoft.Extensions.Options;
using Npgsql;
using Quartz;

namespace BotPhone.Jobs.Cluster;

/// <summary>The nodes as the queue knows them, and what each has said of itself.</summary>
internal sealed class ClusterNodes(ISchedulerFactory schedulers, PostgresDatabase database, IOperators operators, IOptions<ClusterOptions> options) : INodes
{
    private const string Say = "insert into nodes (name, document) values (@name, @document) on conflict (name) do update set document = excluded.document";

    public async ValueTask<IReadOnlyList<Node>> ListAsync()
    {
        var scheduler = await schedulers.GetScheduler();
        var known = (await scheduler.QueryClusterNodes()).ToList();
        var said = (await database.Source.ReadAsync("select name, document from nodes", row => (Name: row.GetString(0), Loaded: StoredJson.Read(row.GetString(1), StoredJson.Default.IReadOnlyListNodeOperator))))
            .ToDictionary(one => one.Name, one => one.Loaded);
        var nodes = new List<Node>();
        foreach (var node in known.OrderBy(node => node.InstanceId, StringComparer.Ordinal))
        {
            var running = await scheduler.QueryFireInstances(new FireInstanceQuery { SchedulerInstanceId = node.InstanceId });
            var seen = node.LastCheckInUtc ?? scheduler.TimeProvider.GetUtcNow();
            nodes.Add(new Node(node.InstanceId, StateOf(node.State), seen, said.GetValueOrDefault(node.InstanceId) ?? [], running.TotalCount ?? running.Items.Count));
        }

        return nodes;
    }

    /// <summary>Says what this node has loaded.</summary>
    public async Task SayAsync()
    {
        await using var command = database.Source.CreateCommand(Say);
        IReadOnlyList<NodeOperator> loaded = [.. operators.Loaded.Select(version => new NodeOperator(version.Code, version.Version))];
        command.Parameters.AddRange(new[] { new NpgsqlParameter("name", options.Value.Node), PostgresJobStore.Json("document", StoredJson.Write(loaded, StoredJson.Default.IReadOnlyListNodeOperator)) });
        await command.ExecuteNonQueryAsync();
    }

    private static NodeState StateOf(ClusterNodeState state) => state switch
    {
        ClusterNodeState.Alive => NodeState.Active,
        ClusterNodeState.Overdue => NodeState.Late,
        _ => NodeState.Gone,
    };
}
