using BotPhone.Api;
using BotPhone.Jobs;
using Carter;

namespace BotPhone.Nodes;

internal sealed record NodesBody(IReadOnlyList<NodeBody> Nos);

internal sealed record NodeBody(string No, string State, DateTimeOffset LastSeen, int JobsActive, IReadOnlyList<NodeOperatorBody> Operadoras)
{
    public static readonly string[] States = [.. Enum.GetValues<NodeState>().Select(NameOf)];

    public static NodeBody Of(Node node) => new(node.Name, NameOf(node.State), node.SeenAt, node.Running, [.. node.Operators.Select(one => new NodeOperatorBody(one.Code, one.Version))]);

    private static string NameOf(NodeState state) => state switch
    {
        NodeState.Active => "active",
        NodeState.Late => "late",
        _ => "gone",
    };
}

internal sealed record NodeOperatorBody(string Code, string Version);

/// <summary><c>GET /nos</c>: the servers that work together.</summary>
internal sealed class NodesModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app) => app.MapGet("/nos", ListAsync).RequireAuthorization()
        .WithDocs("listarNos", ApiTags.System, "Lista os nós", "Os servidores que trabalham juntos, o que cada um tem carregado e executa, e quando foi visto. Um servidor sozinho é o único nó.");

    private static async Task<Microsoft.AspNetCore.Http.HttpResults.Ok<NodesBody>> ListAsync(INodes nodes) =>
        TypedResults.Ok(new NodesBody([.. (await nodes.ListAsync()).Select(NodeBody.Of)]));
}
