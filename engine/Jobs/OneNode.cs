using BotPhone.Hosting;
using Microsoft.Extensions.Options;

namespace BotPhone.Jobs;

/// <summary>The server that works alone.</summary>
internal sealed class OneNode(IOperators operators, IJobStore store, IOptions<ClusterOptions> options, TimeProvider time) : INodes
{
    public ValueTask<IReadOnlyList<Node>> ListAsync() => new(
    [
        new Node(options.Value.Node, NodeState.Active, time.GetUtcNow(), [.. operators.Loaded.Select(version => new NodeOperator(version.Code, version.Version))], store.Counts.Active),
    ]);
}
