using System.Net;
using System.Text.Json.Nodes;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Cluster;

/// <summary>
/// Nodes of the previous version, as it was, and of this one on one database and bucket. The operators are this version's on all of them, as they
/// are dropped on servers of whatever age.
/// </summary>
[Collection(OneCrowdAtATime.Name)]
public sealed class When_nodes_are_upgraded
{
    private const string Wrong = "senha-errada";

    /// <summary>Step by step: who runs what is known, since each node runs two jobs at a time, and a full one takes no other.</summary>
    [PreviousVersionFact]
    public async Task Each_version_goes_on_with_what_the_other_has_begun()
    {
        using var processos = ProcessoApi.Start();
        await using var cluster = await ClusterOfNodes.StartAsync(0, null, "--Jobs:MaxConcurrency=2", "--Operators:Settings:PROBE:Patience=00:04:00", processos.Setting);
        var first = await cluster.AddNodeAsync(Repository.Previous);
        var second = await cluster.AddNodeAsync(Repository.Previous, null, "--Jobs:ShutdownTimeout=00:00:01");
        var jobs = new Dictionary<string, string>();
        await FreezeAsync(first, "ana");
        jobs["key"] = (await SubmitAsync(first, "k1", Payloads.Probe("1")))!;
        await first.Client.EndOfAsync(jobs["key"]);
        var before = (first.Runs().Count, second.Runs().Count);
        await AddAsync([first, second], "waits:1", "waits:2", "waits:3", "waits:4");
        await Until.TrueAsync(() => (first.Runs().Count, second.Runs().Count) == (before.Item1 + 2, before.Item2 + 2), "both are full");
        string[] accepted = [.. Enumerable.Range(1000, 20).Select(i => $"{i}")];
        await AddAsync([first, second], accepted);

        // One that stops ends what it runs, and takes nothing more.
        var running = first.Runs();
        var stopping = first.Server.StopAsync();
        await Until.TrueAsync(() => first.Server.Log.Any(line => line.Contains("Parando: 2 jobs", StringComparison.Ordinal)), "it drains");
        first.OpenGate();
        Assert.Equal(0, await stopping);
        Assert.Equal(running, first.Runs());
        Assert.All(await StatusesAsync(second, running.Where(jobs.ContainsKey)), status => Assert.Equal("COMPLETED", status));
        Assert.All(await StatusesAsync(second, accepted), status => Assert.Equal("PENDING", status));

        // Accepted by the previous version, run by this, followed and fetched at the previous.
        using var atSecond = await FollowAsync(second);
        var third = await cluster.AddNodeAsync(name: first.Name);
        await IsHeardAsync(atSecond, accepted);
        Assert.Equal(accepted, third.Runs().Order(StringComparer.Ordinal));
        await IsFetchedAsync(second, accepted);
        Assert.Equal(jobs["key"], await SubmitAsync(third, "k1", Payloads.Probe("1")));
        Assert.Null(await SubmitAsync(third, "k1", Payloads.Probe("2")));
        await IsRefusedAsync(second, "ana");
        await FreezeAsync(second, "bia");
        Assert.Contains("sent:bia@exemplo.com.br", third.Runs());

        // And the other way round.
        using var atThird = await FollowAsync(third);
        await AddAsync([third], "waits:5", "waits:6");
        await Until.TrueAsync(() => third.Runs().Contains("waits:5") && third.Runs().Contains("waits:6"), "the new one is full");
        second.OpenGate();
        accepted = [.. Enumerable.Range(2000, 20).Select(i => $"{i}")];
        await AddAsync([third], accepted);
        await IsHeardAsync(atThird, accepted);
        Assert.Subset(second.Runs().ToHashSet(), accepted.ToHashSet());
        await IsFetchedAsync(third, accepted);
        jobs["other key"] = (await SubmitAsync(third, "k2", Payloads.Probe("3")))!;
        await third.Client.EndOfAsync(jobs["other key"]);
        Assert.Equal(jobs["other key"], await SubmitAsync(second, "k2", Payloads.Probe("3")));
        Assert.Null(await SubmitAsync(second, "k2", Payloads.Probe("4")));
        await IsRefusedAsync(third, "bia");

        // What does not end in time goes back, and to this version. (What the previous one was telling a processo when it stopped would be told only after five minutes.)
        await processos.EachIsToldOnceAsync(40);
        second.CloseGate();
        await AddAsync([third], "waits:7");
        await Until.TrueAsync(() => second.Runs().Contains("waits:7"), "the previous one runs it");
        Assert.Equal(0, await second.Server.StopAsync());
        Assert.Equal("PENDING", (string)(await third.Client.StatusAsync(jobs["waits:7"]))["status"]!);
        third.OpenGate();
        await third.Client.EndOfAsync(jobs["waits:7"]);
        Assert.Contains("waits:7", third.Runs());

        // All on this version.
        var fourth = await cluster.AddNodeAsync(name: second.Name);
        fourth.OpenGate();
        await AddAsync([third, fourth], [.. Enumerable.Range(3000, 20).Select(i => $"{i}")]);
        foreach (var (filter, id) in jobs)
        {
            var ended = await fourth.Client.EndOfAsync(id);
            Assert.Equal("COMPLETED", (string)ended["status"]!);
            Assert.Single(ended["logs"]!.AsArray(), line => (string)line!["message"]! == $"Job {id} concluído: completed");
            if (filter is not ("waits:7" or "key" or "other key")) Assert.Equal(1, cluster.RunsOf(filter));
        }

        Assert.Equal((2, 1, 1), (cluster.RunsOf("waits:7"), cluster.RunsOf("sent:ana@exemplo.com.br"), cluster.RunsOf("sent:bia@exemplo.com.br")));
        await HasAllEndedAsync(fourth, jobs.Count + 4);
        await processos.EachIsToldOnceAsync(60);

        async Task AddAsync(ClusterNode[] nodes, params string[] filters)
        {
            for (var i = 0; i < filters.Length; i++)
            {
                var request = filters[i].StartsWith("waits", StringComparison.Ordinal) ? Payloads.Probe(filters[i]) : Payloads.Probe(filters[i], processos.New());
                jobs[filters[i]] = await nodes[i % nodes.Length].Client.SubmitAsync("probe", request);
            }
        }

        async Task<IEnumerable<string>> StatusesAsync(ClusterNode node, IEnumerable<string> filters) =>
            await Task.WhenAll(filters.Select(async filter => (string)(await node.Client.StatusAsync(jobs[filter]))["status"]!));

        async Task IsHeardAsync(SocketClient follower, IEnumerable<string> filters)
        {
            foreach (var id in filters.Select(filter => jobs[filter]))
            {
                await follower.UntilEndOfAsync(id);
                var log = (await cluster.Nodes[^1].Client.StatusAsync(id))["logs"]!.AsArray().Select(line => (string)line!["message"]!).ToList();
                await follower.UntilAsync(() => follower.Lines(id).Count >= log.Count, "the whole log");
                Assert.Equal(log, follower.Lines(id).Take(log.Count));
            }
        }

        async Task IsFetchedAsync(ClusterNode node, IEnumerable<string> filters)
        {
            foreach (var filter in filters)
            {
                var document = await node.Client.Http.GetByteArrayAsync($"/arquivos/{(await node.Client.StatusAsync(jobs[filter]))["result"]}");
                Assert.Equal("%PDF"u8, document.AsSpan(0, 4));
            }
        }
    }

    /// <summary>Clients go on asking, and waiting for what they asked for, while each node is replaced; then one goes back to the previous version.</summary>
    [PreviousVersionFact]
    public async Task Clients_miss_nothing_while_nodes_of_both_versions_come_and_go()
    {
        await using var cluster = await ClusterOfNodes.StartAsync(0, null, "--Jobs:MaxConcurrency=3", "--Limits:RequestsPerSecond=100000");
        ClusterNode[] nodes = [await cluster.AddNodeAsync(Repository.Previous), await cluster.AddNodeAsync(Repository.Previous)];
        using var enough = new CancellationTokenSource();
        var clients = Enumerable.Range(0, 6).Select(i => Task.Run(() => AskOnAsync(i))).ToList();
        await ReplaceAsync(0, null);
        await ReplaceAsync(1, null);
        await ReplaceAsync(0, Repository.Previous);
        await AllWorkAsync();
        await enough.CancelAsync();
        var ended = (await Task.WhenAll(clients)).SelectMany(all => all).ToList();

        Assert.Equal(ended.Count, ended.Select(one => one.Id).Distinct().Count());
        foreach (var node in nodes) await HasAllEndedAsync(node, ended.Count);
        var once = ended.Where(one => one.Route == "once").ToList();
        Assert.All(once, one => Assert.Equal(("COMPLETED", 1), ((string)one.Status["status"]!, cluster.RunsOf(one.Filter))));
        var single = ended.Where(one => one.Route == "single").ToList();
        Assert.All(single, one => Assert.Equal("NAV_FATURA_NAO_ENCONTRADA", (string)one.Status["error_code"]!));
        var visits = cluster.Visits();
        Assert.Equal(single.Count, visits.Count);
        ClusterOfNodes.AssertOneVisitAtATime(visits);

        // The one in the place of another is there before that one goes.
        async Task ReplaceAsync(int index, string? program)
        {
            var (old, @new) = (nodes[index], await cluster.AddNodeAsync(program));
            nodes = [.. nodes, @new];
            await AllWorkAsync();
            Assert.Equal(0, await old.Server.StopAsync());
            nodes = [.. nodes[..^1].Select(node => node == old ? @new : node)];
        }

        async Task AllWorkAsync()
        {
            var before = nodes.Select(node => node.Runs().Count).ToList();
            await Until.TrueAsync(() => nodes.Zip(before).All(one => one.First.Runs().Count >= one.Second + 3), "all nodes work");
        }

        async Task<List<(string Id, string Route, string Filter, JsonNode Status)>> AskOnAsync(int client)
        {
            var all = new List<(string, string, string, JsonNode)>();
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                var (route, filter) = (i % 4 == 3 ? "single" : "once", $"{client}-{i}");
                var request = new { login = $"ana{client % 2}@exemplo.com.br", senha = Payloads.Password, filtro = filter, cnpj = "11.222.333/0001-81" };
                var id = (string)(await AnyAsync(client + i, () => ClusterNode.Order(route, filter, request)))["job_id"]!;
                JsonNode? status = null;
                await Until.TrueAsync(async () => (string)(status = await AnyAsync(client + i + 1, () => new(HttpMethod.Get, $"/status/{id}")))["status"]! is "COMPLETED" or "FAILED", $"the end of {id}");
                all.Add((id, route, filter, status!));
            }

            return all;
        }

        // As clients are told to: where a node does not answer they say the same to another, under the same key.
        async Task<JsonNode> AnyAsync(int start, Func<HttpRequestMessage> request)
        {
            JsonNode? answer = null;
            await Until.TrueAsync(async () => (answer = await nodes[start++ % nodes.Length].AskAsync(request())) is not null, "a node answers");
            return answer!;
        }
    }

    /// <returns>The job's id; null when the key was used for something else.</returns>
    private static async Task<string?> SubmitAsync(ClusterNode node, string key, object payload)
    {
        using var request = ClusterNode.Order("probe", key, payload);
        using var answer = await node.Client.Http.SendAsync(request);
        if (answer.StatusCode == HttpStatusCode.Conflict) return null;
        return (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["job_id"]!;
    }

    // Counted from what a node has heard, which may be a moment behind.
    private static Task HasAllEndedAsync(ClusterNode node, int count) => Until.TrueAsync(
        async () => (int)(await node.Client.GetAsync("/jobs"))["total_jobs"]! == count
            && await node.Client.GetAsync("/health") is var health && (int)health["jobs_active"]! + (int)health["jobs_pending"]! == 0,
        $"{count} jobs have ended, and there are no others");

    private static async Task<SocketClient> FollowAsync(ClusterNode node)
    {
        var follower = await SocketClient.OpenAsync(node.Server.Address);
        await follower.SubscribeAsync("*");
        await follower.PingAsync();
        return follower;
    }

    private static async Task FreezeAsync(ClusterNode node, string login) => Assert.DoesNotContain("esta mesma senha", await SignInAsync(node, login), StringComparison.Ordinal);

    private static async Task IsRefusedAsync(ClusterNode node, string login) => Assert.Contains("esta mesma senha", await SignInAsync(node, login), StringComparison.Ordinal);

    private static async Task<string> SignInAsync(ClusterNode node, string login)
    {
        var ended = await node.Client.RunAsync("probe", new { login = $"{login}@exemplo.com.br", senha = Wrong, filtro = "signs-in", cnpj = "11.222.333/0001-81" });
        Assert.Equal("AUTH_CREDENCIAIS_INVALIDAS", (string)ended["error_code"]!);
        return (string)ended["error"]!;
    }
}
