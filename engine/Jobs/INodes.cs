namespace BotPhone.Jobs;

/// <summary>The servers that work together; one that works alone is a node, too.</summary>
internal interface INodes
{
    /// <summary>By their names.</summary>
    ValueTask<IReadOnlyList<Node>> ListAsync();
}

/// <param name="Name">As <c>Cluster:Node</c> says.</param>
/// <param name="State">As the node that answers sees it.</param>
/// <param name="SeenAt">When it last said that it is there.</param>
/// <param name="Operators">What it has loaded.</param>
/// <param name="Running">How many jobs it runs.</param>
internal sealed record Node(string Name, NodeState State, DateTimeOffset SeenAt, IReadOnlyList<NodeOperator> Operators, int Running);

internal sealed record NodeOperator(string Code, string Version);

internal enum NodeState
{
    /// <summary>It says in time that it is there.</summary>
    Active,

    /// <summary>It is a little late.</summary>
    Late,

    /// <summary>It has been silent for too long: others take its jobs over.</summary>
    Gone,
}
