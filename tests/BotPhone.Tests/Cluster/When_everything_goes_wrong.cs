using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Oi;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Cluster;

/// <summary>
/// While jobs come and run: a node is killed, another hangs and wakes, the database restarts, the bucket is away. The clients go to another node when one does
/// not take their job, and ask for the same again.
/// </summary>
[Collection(OneCrowdAtATime.Name)]
public sealed class When_everything_goes_wrong
{
    /// <summary>How many; five hundred, and the times of before, are too long for every run of the tests.</summary>
    private static readonly int Jobs = int.TryParse(Environment.GetEnvironmentVariable("BOTPHONE_TEST_CLUSTER_JOBS"), out var jobs) ? jobs : 30;

    private static readonly bool IsLong = Jobs >= 500;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(IsLong ? 30 : 12);
    private static readonly TimeSpan BucketAway = TimeSpan.FromSeconds(IsLong ? 60 : 8);
    private static readonly SimulatedCase[] Cases = [.. PortalCases.All(typeof(OiData)).Where(one => one.ExpectedCode is null)];

    private readonly ConcurrentDictionary<string, Ordered> _jobs = [];
    private int _next;

    [Fact]
    public async Task Every_job_ends_once_and_no_limit_is_exceeded()
    {
        using var postgres = new PostgresServer(durable: true);
        using var bucket = new S3Server();
        await bucket.StartAsync();
        await using var portal = await Simulator.StartAsync(new SimulatorOptions { Portals = ["OI"] });
        await using var grid = await GridServer.StartAsync();
        await using var cluster = await ClusterOfNodes.StartWithAsync(
            ["Probe", "Once", "Single", "Oi"], 3, postgres.CreateDatabase(),
            [.. bucket.Settings(), .. grid.Settings, .. portal.Settings.Select(setting => $"--{setting.Key}={setting.Value}"), "--Jobs:MaxConcurrency=4", "--Operators:Limits:SINGLE=2", "--Operators:Limits:OI=3"]);
        var living = cluster.Nodes.ToList();
        await SubmitAsync(living);

        await living[0].Server.KillAsync();
        living.RemoveAt(0);
        await SubmitAsync(living);
        living.Add(await cluster.AddNodeAsync());

        var paused = living[0];
        var pausedAt = TimeProvider.System.GetUtcNow();
        paused.Pause();
        await SubmitAsync(living[1..]);
        await Task.Delay(Pause, TimeProvider.System);
        paused.Wake();
        var wokenAt = TimeProvider.System.GetUtcNow();

        var meanwhile = SubmitAsync(living);
        postgres.Stop();
        postgres.Start();
        await meanwhile;

        await bucket.KillAsync();
        await SubmitAsync(living);
        await Task.Delay(BucketAway, TimeProvider.System);
        await bucket.StartAsync();

        foreach (var (id, job) in _jobs) await AssertEndedAsync(living[0], id, job);
        Assert.Equal(_next, _jobs.Count);
        Assert.Equal(_next, (int)(await living[0].Client.GetAsync("/jobs"))["total_jobs"]!);
        foreach (var once in _jobs.Values.Where(job => job.Route == "once")) Assert.InRange(cluster.RunsOf(once.Filter), 0, 1);
        AssertLimits(cluster.Nodes.SelectMany(node => node.Visits().Where(visit => node != paused || !(visit.Begin < wokenAt.UtcTicks && visit.End > pausedAt.UtcTicks))));
        await Until.TrueAsync(async () => (await grid.SessionsAsync()).All(session => living.Any(node => session.Name.EndsWith(node.Name, StringComparison.Ordinal))), "no browser of the killed node is left");
        await bucket.KillAsync();
    }

    // A fifth of all, to whatever node takes it.
    private async Task SubmitAsync(IReadOnlyList<ClusterNode> nodes)
    {
        for (var i = 0; i < Jobs / 5; i++)
        {
            var job = Order(_next++);
            _jobs[await TakenAsync(nodes, job)] = job;
        }
    }

    private static Ordered Order(int number) => (number % 10) switch
    {
        0 => new Ordered("OI", $"{number}", PortalServer.Payload(Cases[number / 10 % Cases.Length])),
        1 or 2 => new Ordered("once", $"{1000 + number}", Payloads.Probe($"{1000 + number}")),
        3 or 4 => new Ordered("single", $"{1000 + number}", new { login = $"ana{number % 3}@exemplo.com.br", senha = Payloads.Password, filtro = $"{1000 + number}", cnpj = "11.222.333/0001-81" }),
        _ => new Ordered("probe", $"{1000 + number}", Payloads.Probe($"{1000 + number}")),
    };

    private static async Task<string> TakenAsync(IReadOnlyList<ClusterNode> nodes, Ordered job)
    {
        JsonNode? taken = null;
        var asked = 0;
        await Until.TrueAsync(async () => (taken = await nodes[asked++ % nodes.Count].AskAsync(ClusterNode.Order(job.Route, $"{job.Route} {job.Filter}", job.Payload))) is not null, $"a node takes {job}");
        return (string)taken!["job_id"]!;
    }

    private static async Task AssertEndedAsync(ClusterNode node, string id, Ordered job)
    {
        var status = await EndOfAsync(node, id);
        var (state, code) = ((string)status["status"]!, (string?)status["error_code"]);
        var isRight = job.Route switch
        {
            "single" => code == "NAV_FATURA_NAO_ENCONTRADA",
            "once" => state == "COMPLETED" || code == "INTERROMPIDO",
            _ => state == "COMPLETED",
        };
        Assert.True(isRight, status.ToJsonString());
        Assert.True(status["logs"]!.AsArray().Count(line => ((string)line!["message"]!).StartsWith($"Job {id} concluído: ", StringComparison.Ordinal)) == 1, status.ToJsonString());
        if (state != "COMPLETED") return;
        var document = await node.Client.Http.GetByteArrayAsync($"/arquivos/{status["result"]}");
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString(document, 0, 4));
    }

    // The queue is long: what is awaited is that it moves.
    private static async Task<JsonNode> EndOfAsync(ClusterNode node, string id)
    {
        await Until.TrueAsync(async () => (string)(await node.Client.StatusAsync(id))["status"]! != "PENDING", $"job {id} starts");
        return await node.Client.EndOfAsync(id);
    }

    private static void AssertLimits(IEnumerable<(string Login, long Begin, long End)> seen)
    {
        var visits = seen.ToList();
        Assert.NotEmpty(visits);
        foreach (var visit in visits)
        {
            var others = visits.Where(other => other.Begin <= visit.Begin && other.End > visit.Begin).ToList();
            Assert.InRange(others.Count, 1, 2);
            Assert.Single(others, other => other.Login == visit.Login);
        }
    }

    private sealed record Ordered(string Route, string Filter, object Payload);
}
