using System.Net;
using System.Text.Json.Nodes;
using BotPhone.Jobs;
using BotPhone.Jobs.Store;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotPhone.Tests.Operators;

/// <summary><c>GET /operadoras/historico</c>.</summary>
public sealed class When_the_history_of_operators_is_read : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_tells_what_came_and_went_the_newest_first()
    {
        await using var server = await Deploys.StartAsync();
        server.Deploy("SwapNext");
        await server.ServesAsync("2.0.0");
        server.Deploy("NoExports", "Nada");
        var reason = await server.RejectionAsync("Nada");
        Directory.Delete(server.PathOf("Swap"), recursive: true);
        JsonArray history = [];
        // Told after it is done.
        await Until.TrueAsync(async () => (history = (await server.Client.GetAsync("/operadoras/historico"))["historico"]!.AsArray()).Count == 4, "all is told");
        Assert.Equal(["em", "code", "version", "state", "message"], history[0]!.AsObject().Select(property => property.Key));
        Assert.Equal(["removed SWAP 2.0.0", "rejected Nada ", "loaded SWAP 2.0.0", "loaded SWAP 1.0.0"], history.Select(Text));
        Assert.Contains(reason, (string)history[1]!["message"]!, StringComparison.Ordinal);
        Assert.Equal("removed SWAP 2.0.0", Text(Assert.Single((await server.Client.GetAsync("/operadoras/historico?limit=1"))["historico"]!.AsArray())));
    }

    [Fact]
    public void A_start_that_finds_everything_as_it_was_adds_nothing()
    {
        Run(Change("loaded", "OI", "1.0.0"), Change("rejected", "Nada", null), Change("loaded", "OI", "2.0.0"), Change("rolled_back", "OI", "1.0.0"));
        Run(Change("loaded", "OI", "1.0.0"), Change("rejected", "Nada", null));
        Assert.Equal(4, Run().Count);
        // Said a second time in the same run it happened again, and so did what is otherwise than it was left.
        Run(Change("loaded", "OI", "1.0.0"), Change("loaded", "OI", "1.0.0"));
        Run(Change("loaded", "OI", "3.0.0"), Change("removed", "OI", "3.0.0"));
        Run(Change("loaded", "OI", "3.0.0"));
        Assert.Equal(["loaded 3.0.0", "removed 3.0.0", "loaded 3.0.0", "loaded 1.0.0", "rolled_back 1.0.0"], Run().Take(5).Select(change => $"{change.State} {change.Version}"));
    }

    [Fact]
    public void It_has_the_last_five_hundred()
    {
        Run([.. Enumerable.Range(1, 700).Select(number => Change("loaded", "OI", $"{number}"))]);
        Run(Change("loaded", "OI", "701"));
        var history = Run();
        Assert.Equal((500, "701", "202"), (history.Count, history[0].Version, history[^1].Version));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("501")]
    public async Task A_limit_that_makes_no_sense_is_refused(string limit)
    {
        await using var server = await TestServer.StartAsync();
        var (status, body) = await server.Client.SendAsync(HttpMethod.Get, $"/operadoras/historico?limit={limit}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("""["query","limit"]""", body["detail"]![0]!["loc"]!.ToJsonString());
    }

    private static OperatorChanged Change(string state, string code, string? version) => new(code, version, state, $"{code}: {state}", Now);

    private static string Text(JsonNode? change) => $"{change!["state"]} {change["code"]} {change["version"]}";

    // One run of a server.
    private IReadOnlyList<OperatorChanged> Run(params IReadOnlyList<OperatorChanged> changes)
    {
        using var store = new LiteJobStore(_folder.File("jobs.db"), new JobFeed(), TimeProvider.System, NullLogger<LiteJobStore>.Instance);
        foreach (var change in changes) store.Deploys.Add(change);
        // Written in order: what was noted before is there when this is.
        store.SaveAsync(BotPhone.Tests.Jobs.JobTests.Pending(store.NextNumber())).GetAwaiter().GetResult();
        return store.Deploys.Newest(1000);
    }
}
