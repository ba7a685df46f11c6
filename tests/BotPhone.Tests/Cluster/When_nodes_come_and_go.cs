using System.Diagnostics;
using System.Text.Json.Nodes;
using BotPhone.Tests.Kit;
using Xunit.Abstractions;

namespace BotPhone.Tests.Cluster;

/// <summary>Three real servers on one real database and bucket: whatever happens to them, each job ends once.</summary>
[Collection(OneCrowdAtATime.Name)]
public sealed class When_nodes_come_and_go(ITestOutputHelper output)
{
    [Fact]
    public async Task A_client_may_create_on_one_follow_on_another_and_fetch_from_a_third()
    {
        await using var cluster = await ClusterOfNodes.StartAsync(3);
        var (first, second, third) = (cluster.Nodes[0], cluster.Nodes[1], cluster.Nodes[2]);
        var id = await first.Client.SubmitAsync("probe", Payloads.Probe("2100345678"));
        using var follower = await SocketClient.OpenAsync(second.Server.Address);
        await follower.SubscribeAsync(id);
        await follower.UntilEndOfAsync(id);
        var log = (await third.Client.StatusAsync(id))["logs"]!.AsArray().Select(line => (string)line!["message"]!).ToList();
        await follower.UntilAsync(() => follower.Lines(id).Count >= log.Count, "the whole log");
        Assert.Equal(log, follower.Lines(id));
        Assert.Contains("Processamento concluído com sucesso", log);
        var document = await third.Client.Http.GetByteArrayAsync($"/arquivos/{(await third.Client.StatusAsync(id))["result"]}");
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString(document, 0, 4));
        foreach (var node in cluster.Nodes) Assert.Equal(1, (int)(await node.Client.GetAsync("/jobs"))["total_jobs"]!);
    }

    [Fact]
    public async Task The_same_request_on_all_nodes_at_once_is_one_job()
    {
        await using var cluster = await ClusterOfNodes.StartAsync(3);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(async i =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/executar/probe") { Content = System.Net.Http.Json.JsonContent.Create(Payloads.Probe("2100345678")) };
            request.Headers.Add("Idempotency-Key", "a mesma");
            using var answer = await cluster.Nodes[i % 3].Client.Http.SendAsync(request);
            return (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["job_id"]!;
        }));
        Assert.Single(answers.Distinct());
        await cluster.Nodes[0].Client.EndOfAsync(answers[0]);
        Assert.Equal(1, cluster.RunsOf("2100345678"));
    }

    [Fact]
    public async Task A_node_that_is_killed_leaves_its_jobs_to_the_others()
    {
        using var processos = ProcessoApi.Start();
        await using var cluster = await ClusterOfNodes.StartAsync(3, null, "--Jobs:MaxConcurrency=4", processos.Setting);
        var ids = new List<string>();
        for (var i = 0; i < 60; i++) ids.Add(await cluster.Nodes[i % 3].Client.SubmitAsync("probe", Payloads.Probe($"{1000 + i}", processos.New())));
        var held = await cluster.Nodes[0].Client.SubmitAsync("probe", Payloads.Probe("waits", processos.New()));
        await Until.TrueAsync(() => cluster.RunsOf("waits") == 1, "the job that waits runs");

        var dying = cluster.Nodes.Single(node => node.Runs().Contains("waits"));
        await dying.Server.KillAsync();
        var killed = Stopwatch.GetTimestamp();
        await Until.TrueAsync(() => cluster.RunsOf("waits") == 2, "another node runs it");
        output.WriteLine($"Taken over after {Stopwatch.GetElapsedTime(killed).TotalSeconds:0.0} s");

        var living = cluster.Nodes.Where(node => node != dying).ToList();
        foreach (var node in living) node.OpenGate();
        foreach (var id in ids.Append(held)) Assert.Equal("COMPLETED", (string)(await living[0].Client.EndOfAsync(id))["status"]!);
        await processos.EachIsToldOnceAsync(ids.Count + 1);
        foreach (var id in ids) Assert.Single((await living[1].Client.StatusAsync(id))["logs"]!.AsArray(), line => (string)line!["message"]! == $"Job {id} concluído: completed");
    }

    [Fact]
    public async Task A_node_that_was_paused_and_wakes_does_nothing_a_second_time()
    {
        using var processos = ProcessoApi.Start();
        await using var cluster = await ClusterOfNodes.StartAsync(2, null, processos.Setting);
        var id = await cluster.Nodes[0].Client.SubmitAsync("probe", Payloads.Probe("waits", processos.New()));
        await Until.TrueAsync(() => cluster.RunsOf("waits") == 1, "the job runs");
        var paused = cluster.Nodes.Single(node => node.Runs().Contains("waits"));
        var other = cluster.Nodes.Single(node => node != paused);

        paused.Pause();
        await Until.TrueAsync(() => other.Runs().Contains("waits"), "the other node runs it");
        other.OpenGate();
        var ended = await other.Client.EndOfAsync(id);
        Assert.Equal("COMPLETED", (string)ended["status"]!);
        await processos.EachIsToldOnceAsync(1);
        await Until.TrueAsync(async () => (ended = await other.Client.StatusAsync(id)).ToJsonString().Contains("atualizado: COMPLETED", StringComparison.Ordinal), "its log says that the processo was told");

        paused.OpenGate();
        paused.Wake();
        await Until.TrueAsync(() => paused.Server.Log.Any(line => line.Contains("assumido por outro nó", StringComparison.Ordinal)), "the woken node finds that the job is not its own any more");
        // It works again.
        await paused.Client.RunAsync("probe", Payloads.Probe("2100345678"));
        Assert.Equal(ended.ToJsonString(), (await paused.Client.StatusAsync(id)).ToJsonString());
        await processos.EachIsToldOnceAsync(1);
    }

    [Fact]
    public async Task What_a_node_was_telling_a_processo_when_it_stopped_another_tells()
    {
        using var silent = ProcessoApi.Start();
        using var processos = ProcessoApi.Start();
        await using var cluster = await ClusterOfNodes.StartAsync(0);
        var stopping = await cluster.AddNodeAsync(null, null, silent.Setting);
        var other = await cluster.AddNodeAsync(null, null, processos.Setting);
        var count = 0;
        while (silent.Calls.Count == 0)
        {
            var processo = processos.New();
            silent.Answer($"/api/processos/{processo}/status", 200, hangs: true);
            await other.Client.RunAsync("probe", Payloads.Probe($"{1000 + count++}", processo));
            await Until.TrueAsync(() => silent.Calls.Count + processos.Calls.Count >= count, "one of the nodes tells it");
        }

        Assert.Equal(0, await stopping.Server.StopAsync());
        await processos.EachIsToldOnceAsync(count);
    }

    [Fact]
    public async Task Jobs_that_may_not_be_run_twice_are_not_when_their_node_is_killed()
    {
        await using var cluster = await ClusterOfNodes.StartAsync(2);
        var ids = new List<string>();
        for (var i = 0; i < 40; i++) ids.Add(await cluster.Nodes[i % 2].Client.SubmitAsync("once", Payloads.Probe($"{1000 + i}")));
        await Until.TrueAsync(() => cluster.Nodes[0].Runs().Count >= 5, "the first node works");
        await cluster.Nodes[0].Server.KillAsync();
        foreach (var id in ids)
        {
            var ended = await cluster.Nodes[1].Client.EndOfAsync(id);
            Assert.True((string)ended["status"]! == "COMPLETED" || (string)ended["error_code"]! == "INTERROMPIDO", ended.ToJsonString());
        }

        Assert.All(Enumerable.Range(0, 40), i => Assert.InRange(cluster.RunsOf($"{1000 + i}"), 0, 1));
        Assert.NotEmpty(cluster.Nodes[1].Runs());
    }

    [Fact]
    public async Task A_database_that_restarts_loses_nothing()
    {
        using var postgres = new PostgresServer(durable: true);
        await using var cluster = await ClusterOfNodes.StartAsync(2, postgres.CreateDatabase());
        var ids = new List<string>();
        for (var i = 0; i < 30; i++) ids.Add(await cluster.Nodes[i % 2].Client.SubmitAsync("probe", Payloads.Probe($"{1000 + i}")));
        var held = await cluster.Nodes[0].Client.SubmitAsync("probe", Payloads.Probe("waits"));
        await Until.TrueAsync(() => cluster.RunsOf("waits") == 1, "the job that waits runs");
        postgres.Stop();
        postgres.Start();
        foreach (var node in cluster.Nodes) node.OpenGate();
        foreach (var id in ids.Append(held)) Assert.Equal("COMPLETED", (string)(await cluster.Nodes[1].Client.EndOfAsync(id))["status"]!);
        Assert.Equal("COMPLETED", (string)(await cluster.Nodes[0].Client.RunAsync("probe", Payloads.Probe("2100345678")))["status"]!);
    }

    [Fact]
    public async Task An_operators_limit_holds_in_the_whole_cluster()
    {
        await using var cluster = await ClusterOfNodes.StartAsync(3, null, "--Operators:Limits:PROBE=2");
        var ids = new List<string>();
        for (var i = 0; i < 6; i++) ids.Add(await cluster.Nodes[i % 3].Client.SubmitAsync("probe", Payloads.Probe("waits")));
        await Until.TrueAsync(() => cluster.RunsOf("waits") == 2, "two run");
        // Those that may not run do not, however often the nodes look.
        for (var i = 0; i < 10; i++) await cluster.Nodes[i % 3].Client.SubmitAsync("once", Payloads.Probe($"{i}"));
        await Until.TrueAsync(async () => (int)(await cluster.Nodes[0].Client.GetAsync("/jobs?status=COMPLETED"))["total_jobs"]! == 10, "all others have ended");
        Assert.Equal((2, 2), (cluster.RunsOf("waits"), (int)(await cluster.Nodes[1].Client.GetAsync("/jobs?status=RUNNING"))["total_jobs"]!));
        foreach (var node in cluster.Nodes) node.OpenGate();
        foreach (var id in ids) Assert.Equal("COMPLETED", (string)(await cluster.Nodes[0].Client.EndOfAsync(id))["status"]!);
        Assert.Equal(6, cluster.RunsOf("waits"));
    }

    [Fact]
    public async Task A_login_is_in_its_portal_once_at_a_time_on_whatever_nodes()
    {
        await using var cluster = await ClusterOfNodes.StartAsync(3);
        var ids = new List<string>();
        for (var i = 0; i < 18; i++)
        {
            var request = new { login = $"ana{i % 2}@exemplo.com.br", senha = Payloads.Password, filtro = $"{i}", cnpj = "11.222.333/0001-81" };
            ids.Add(await cluster.Nodes[i % 3].Client.SubmitAsync("single", request));
        }

        foreach (var id in ids) await cluster.Nodes[0].Client.EndOfAsync(id);
        var visits = cluster.Visits();
        Assert.Equal(18, visits.Count);
        ClusterOfNodes.AssertOneVisitAtATime(visits);

        // Not all on one node: the others take their turns, too.
        Assert.True(cluster.Nodes.Count(node => node.Visits().Count > 0) > 1);
    }

    [Fact]
    public async Task Who_is_there_what_it_has_loaded_and_what_it_runs_is_told_by_any()
    {
        await using var cluster = await ClusterOfNodes.StartAsync(3);
        var id = await cluster.Nodes[0].Client.SubmitAsync("probe", Payloads.Probe("waits"));
        await Until.TrueAsync(() => cluster.RunsOf("waits") == 1, "the job runs");
        var running = cluster.Nodes.Single(node => node.Runs().Contains("waits"));
        foreach (var node in cluster.Nodes)
        {
            var told = (await node.Client.GetAsync("/nos"))["nos"]!.AsArray();
            Assert.Equal(cluster.Nodes.Select(one => one.Name).Order(StringComparer.Ordinal), told.Select(one => (string)one!["no"]!));
            Assert.All(told, one => Assert.Equal(["ONCE", "PROBE", "SINGLE"], one!["operadoras"]!.AsArray().Select(loaded => (string)loaded!["code"]!)));
            Assert.All(told, one => Assert.Equal((string)one!["no"]! == running.Name ? 1 : 0, (int)one["jobs_active"]!));
        }

        var other = cluster.Nodes.First(node => node != running);
        await running.Server.KillAsync();
        await Until.TrueAsync(async () => (await other.Client.GetAsync("/nos"))["nos"]!.AsArray().All(one => (string)one!["no"]! != running.Name || (string)one["state"]! == "gone"), "the others find that it is gone");
        foreach (var node in cluster.Nodes) node.OpenGate();
        await other.Client.EndOfAsync(id);
    }

    /// <summary>Whoever follows all jobs hears each event of each job once, on whatever node, and in the order in which it happened.</summary>
    [Fact]
    public async Task A_thousand_followers_of_three_nodes_hear_everything_once_and_in_order()
    {
        await using var cluster = await ClusterOfNodes.StartAsync(3, null, "--Limits:RequestsPerSecond=100000");
        var followers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => SocketClient.OpenAsync(cluster.Nodes[i % 3].Server.Address)));
        foreach (var follower in followers) await follower.SubscribeAsync("*");
        foreach (var follower in followers) await follower.PingAsync();
        var ids = new List<string>();
        for (var i = 0; i < 6; i++) ids.Add(await cluster.Nodes[i % 3].Client.SubmitAsync("probe", Payloads.Probe($"{1000 + i}")));
        await Task.WhenAll(followers.Select(async follower =>
        {
            foreach (var id in ids) await follower.UntilEndOfAsync(id);
        }));

        foreach (var id in ids)
        {
            var log = (await cluster.Nodes[0].Client.StatusAsync(id))["logs"]!.AsArray().Select(line => (string)line!["message"]!).ToList();
            Assert.All(followers, follower => Assert.Equal(log, follower.Lines(id)));
        }

        foreach (var follower in followers) follower.Dispose();
    }
}
