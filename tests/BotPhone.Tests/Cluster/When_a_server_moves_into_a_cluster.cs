using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using BotPhone.Hosting;
using BotPhone.Jobs;
using BotPhone.Jobs.Store;
using BotPhone.Sdk;
using BotPhone.Tests.Jobs;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotPhone.Tests.Cluster;

/// <summary><c>botphone db migrate --to postgres</c>: a server that was alone goes on as a node, with all that it knew.</summary>
[Collection(OneCrowdAtATime.Name)]
public sealed class When_a_server_moves_into_a_cluster : IDisposable
{
    private const string Wrong = "senha-errada";
    private readonly TemporaryFolder _old = new();
    private readonly TemporaryFolder _new = new();
    private readonly ProcessoApi _processos = ProcessoApi.Start();
    private readonly string _database = SharedPostgres.CreateDatabase();
    private readonly string[] _cluster;

    public When_a_server_moves_into_a_cluster()
    {
        _cluster = TestCluster.NewSettings(_database);
        foreach (var plugin in new[] { "Probe", "Once" }) _old.Drop(plugin);
    }

    public void Dispose()
    {
        _processos.Dispose();
        _old.Dispose();
        _new.Dispose();
    }

    [Fact]
    public async Task Its_jobs_its_ledger_and_its_files_are_there_and_what_waited_is_run()
    {
        var token = await TokenAsync();
        var old = await WorkAsync(token);
        // What the killed server had committed comes into the file.
        Assert.Equal(0, (await PublishedServer.RunAsync(_old, "db", "check")).ExitCode);

        var (exitCode, output, error) = await MigrateAsync();
        Assert.True(exitCode == 0, output + error);
        Assert.Equal("", error);
        Assert.Equal(13, output.Split('\n').Count(line => line.EndsWith("conferido", StringComparison.Ordinal)));
        Assert.Contains("não inicie mais aquele servidor", output, StringComparison.Ordinal);
        Secrets.AssertNotIn(output, Payloads.Password, Wrong);
        Assert.Equal(2, Directory.GetFiles(_old.File("data/documents"), "*.pdf", SearchOption.AllDirectories).Length);
        Assert.Contains("database.moved", await File.ReadAllTextAsync(Directory.GetFiles(_old.File("data/audit")).Order().Last()), StringComparison.Ordinal);

        _processos.AnswerAll(200);
        await using var node = await PublishedServer.StartAsync(_new, [.. _cluster, .. Settings(_new), _processos.Setting]);
        using var client = new ApiClient(node.Address, token);
        await AssertKnowsAsync(client, old);
        foreach (var plugin in new[] { "Probe", "Once" }) _new.Drop(plugin);
        await Until.TrueAsync(async () => (await client.GetAsync("/operadoras"))["operadoras"]!.AsArray().Count == 2, "the operators are loaded");
        await AssertGoesOnAsync(client, old);
        await AssertRemembersAsync(client, old);
        // Once more, while nodes work on it: nothing is done.
        var again = await MigrateAsync();
        Assert.Equal(("", 0), (again.Error, again.ExitCode));
        Assert.Contains("já estão no PostgreSQL", again.Output, StringComparison.Ordinal);
        Secrets.AssertInNoFile(_new.File("data"), Payloads.Password, Wrong);
    }

    [Fact]
    public async Task What_the_page_was_like_is_there_too_and_what_no_job_names_is_not()
    {
        var job = JobTests.Pending().Start("1", OldServer.Now).BeginAttempt();
        var key = $"evidencias/{job.Id}/relato.txt";
        await SaveAsync(job.Witness([key]).Fail(ErrorCode.Maintenance, "Erro", "Erro", OldServer.Now));
        await WriteAsync($"evidence/{job.Id}/relato.txt", "o que se viu");
        await WriteAsync($"evidence/{job.Id}/tela.png", "de ninguém");
        await WriteAsync($"evidence/{Guid.NewGuid()}/relato.txt", "de ninguém");
        await WriteAsync("spool/faturas/espera.pdf", "a que esperava o bucket");
        var file = await HashAsync(_old.File("data/botphone.db"));

        var (exitCode, output, error) = await MigrateAsync();
        Assert.True(exitCode == 0, output + error);
        Assert.Equal(file, await HashAsync(_old.File("data/botphone.db")));
        Assert.Contains(output.Split('\n'), line => line.Trim().StartsWith("arquivos ", StringComparison.Ordinal) && line.Contains(" 2  ", StringComparison.Ordinal));
        await using var node = await PublishedServer.StartAsync(_new, [.. _cluster, .. Settings(_new)]);
        using var client = new ApiClient(node.Address, await TokenAsync());
        Assert.Equal("o que se viu", await client.Http.GetStringAsync($"/arquivos/{key}"));
        Assert.Equal("a que esperava o bucket", await client.Http.GetStringAsync("/arquivos/faturas/espera.pdf"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.SendAsync(HttpMethod.Get, $"/arquivos/evidencias/{job.Id}/tela.png")).Status);
    }

    [Fact]
    public async Task Another_file_of_the_same_name_in_the_bucket_is_never_replaced()
    {
        await SaveAsync(JobTests.Pending());
        await WriteAsync("documents/faturas/a.pdf", "a do servidor");
        Assert.Equal(0, (await MigrateAsync()).ExitCode);
        // Into another database, and the same bucket.
        await WriteAsync("documents/faturas/a.pdf", "a que mudou!!");
        var (exitCode, _, error) = await MigrateAsync($"--Cluster:ConnectionString={SharedPostgres.CreateDatabase()}");
        Assert.Equal(1, exitCode);
        Assert.Contains("O bucket já tem outro arquivo com o nome 'faturas/a.pdf'", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_another_secret_protects_are_opened_with_it_and_without_it_nothing_begins()
    {
        var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        string id;
        await using (var server = await PublishedServer.StartAsync(_old, [.. Settings(_old), AuthSecret, $"--Secrets:Key={secret}"]))
        {
            using var client = new ApiClient(server.Address, await TokenAsync());
            id = await client.SubmitAsync("probe", Payloads.Probe("waits"));
            await server.KillAsync();
        }

        var refused = await MigrateAsync();
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains($"O pedido do job {id} não pode ser aberto", Assert.Single(refused.Error.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.Contains("Move:Secrets:Key", refused.Error, StringComparison.Ordinal);

        var (exitCode, output, error) = await MigrateAsync($"--Move:Secrets:Key={secret}");
        Assert.True(exitCode == 0, output + error);
        await File.WriteAllTextAsync(_new.File("effects.open"), "");
        _new.Drop("Probe");
        await using var node = await PublishedServer.StartAsync(_new, [.. _cluster, .. Settings(_new)]);
        using var there = new ApiClient(node.Address, await TokenAsync());
        Assert.Equal("COMPLETED", (string)(await there.EndOfAsync(id))["status"]!);
    }

    [Fact]
    public async Task It_is_refused_where_it_cannot_be_whole()
    {
        await RefusedAsync("Não há banco de jobs em", "--to", "postgres");
        await SaveAsync(JobTests.Pending());
        await RefusedAsync("botphone db migrate --to postgres");
        await RefusedAsync("botphone db migrate --to postgres", "--to", "oracle");
        await RefusedAsync("Cluster:ConnectionString", "--to", "postgres", "--Cluster:ConnectionString=");
        await RefusedAsync("Artifacts:Provider", "--to", "postgres", "--Artifacts:Provider=file");
        using (new DataLock(new DataFolder(new ConfigurationBuilder().AddInMemoryCollection([new("Data:Path", _old.File("data"))]).Build()))) await RefusedAsync("já está em uso por outro BotPhone", "--to", "postgres");

        await using (await PublishedServer.StartAsync(_new, [.. _cluster, .. Settings(_new), "--Cluster:Node=um-no"])) await RefusedAsync("Há nós no ar sobre esse banco (um-no)", "--to", "postgres");
        var another = SharedPostgres.CreateDatabase();
        using (var database = new PostgresDatabase(another))
        await using (var store = OldServer.Open(database)) await store.AddAsync(JobTests.Pending());
        await RefusedAsync("já há dados nele (jobs)", "--to", "postgres", $"--Cluster:ConnectionString={another}");

        var taken = SharedPostgres.CreateDatabase();
        Assert.Equal(0, (await MigrateAsync($"--Cluster:ConnectionString={taken}")).ExitCode);
        File.Delete(_old.File("data/botphone.db"));
        await SaveAsync(JobTests.Pending());
        await RefusedAsync("os dados de outro servidor", "--to", "postgres", $"--Cluster:ConnectionString={taken}");

        await using (var file = new FileStream(_old.File("data/botphone.db"), FileMode.Open)) file.SetLength(file.Length - 8192);
        await RefusedAsync("está danificado", "--to", "postgres");
        Assert.True(File.Exists(_old.File("data/botphone.db")));
    }

    [Fact]
    public async Task What_it_does_is_said_in_Portuguese()
    {
        var (exitCode, output, _) = await PublishedServer.RunAsync(_old, "db", "migrate", "--help");
        Assert.Equal(0, exitCode);
        Assert.Contains("leva tudo o que ele guarda", output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    // Something of every kind; in the end it is killed, with one job that runs, one that runs and may not twice, and one that waits.
    private async Task<Left> WorkAsync(string token)
    {
        var ids = new Dictionary<string, string>();
        var processo = Guid.NewGuid();
        _processos.Answer($"/api/processos/{processo}/status", 503);
        await using (var server = await StartOldAsync())
        {
            using var client = new ApiClient(server.Address, token);
            ids["invoice"] = await SubmitAsync(client, Payloads.Probe("111"), "a mesma");
            ids["failed"] = await client.SubmitAsync("probe", Payloads.Probe("fails:NAV_MANUTENCAO"));
            ids["frozen"] = await client.SubmitAsync("probe", SignIn("bia@exemplo.com.br", Wrong));
            ids["told"] = await client.SubmitAsync("probe", Payloads.Probe("throws", processo));
            foreach (var id in ids.Values) await client.EndOfAsync(id);
            await server.StopAsync();
        }

        await using (var server = await StartOldAsync(("BOTPHONE_CRASH_AFTER", CrashPoint.DocumentStored)))
        {
            using var client = new ApiClient(server.Address, token);
            ids["runs"] = await client.SubmitAsync("probe", Payloads.Probe("waits"));
            await Until.TrueAsync(() => Runs(_old).Contains("waits"), "the job runs");
            ids["waits"] = await SubmitAsync(client, SignIn("ana@exemplo.com.br", Payloads.Password), "a que espera");
            var seen = new Dictionary<string, string>();
            foreach (var path in Seen(ids)) seen[path] = (await client.GetAsync(path)).ToJsonString();
            // It is cut off where its document is kept, and nobody knows of it yet.
            Assert.Null(await AskAsync(client, "once", Payloads.Probe("333")));
            await server.EndAsync();
            return new Left(ids, seen, (string)JsonNode.Parse(seen[$"/status/{ids["invoice"]}"])!["result"]!);
        }
    }

    private static string[] Seen(Dictionary<string, string> ids) =>
        [$"/status/{ids["invoice"]}", $"/status/{ids["failed"]}", $"/status/{ids["frozen"]}", "/faturas", "/faturas/falhas", "/faturas/lacunas", "/operadoras/historico"];

    // On a node that has no operator yet, all is as it was and nothing runs.
    private static async Task AssertKnowsAsync(ApiClient client, Left old)
    {
        foreach (var (path, before) in old.Seen) Assert.Equal(before, (await client.GetAsync(path)).ToJsonString());
        var jobs = (await client.GetAsync("/jobs"))["jobs"]!.AsArray().ToDictionary(job => (string)job!["job_id"]!, job => (string)job!["status"]!);
        Assert.Equal(7, jobs.Count);
        Assert.Equal(("RUNNING", "PENDING"), (jobs[old.Ids["runs"]], jobs[old.Ids["waits"]]));
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString(await client.Http.GetByteArrayAsync($"/arquivos/{old.Invoice}"), 0, 4));
        await Until.TrueAsync(async () => (await client.StatusAsync(old.Ids["told"])).ToJsonString().Contains("atualizado: FAILED", StringComparison.Ordinal), "the processo is told");
    }

    private async Task AssertGoesOnAsync(ApiClient client, Left old)
    {
        Assert.Equal(old.Ids["invoice"], await SubmitAsync(client, Payloads.Probe("111"), "a mesma"));
        Assert.Equal(old.Ids["waits"], await SubmitAsync(client, SignIn("ana@exemplo.com.br", Payloads.Password), "a que espera"));
        Assert.NotEqual(HttpStatusCode.OK, (await SendAsync(client, "probe", Payloads.Probe("112"), "a mesma")).Status);

        await File.WriteAllTextAsync(_new.File("effects.open"), "");
        foreach (var name in new[] { "runs", "waits" }) Assert.Equal("COMPLETED", (string)(await client.EndOfAsync(old.Ids[name]))["status"]!);
        var jobs = (await client.GetAsync("/jobs"))["jobs"]!.AsArray().Select(job => (string)job!["job_id"]!);
        var once = await client.EndOfAsync(Assert.Single(jobs.Except(old.Ids.Values)));
        Assert.Equal("INTERROMPIDO", (string)once["error_code"]!);
        // Each once, and with the login and password that it came with.
        Assert.Equal(["sent:ana@exemplo.com.br", "signs-in", "waits"], Runs(_new).Order(StringComparer.Ordinal));
    }

    private async Task AssertRemembersAsync(ApiClient client, Left old)
    {
        var again = await client.RunAsync("probe", Payloads.Probe("111"));
        Assert.Equal(old.Invoice, (string)again["result"]!);
        Assert.Contains(again["logs"]!.AsArray(), line => ((string)line!["message"]!).StartsWith("A fatura já estava guardada", StringComparison.Ordinal));

        var refused = await client.RunAsync("probe", SignIn("bia@exemplo.com.br", Wrong));
        Assert.Equal("AUTH_CREDENCIAIS_INVALIDAS", (string)refused["error_code"]!);
        Assert.Contains("o portal recusou esta mesma senha", (string)refused["error"]!, StringComparison.Ordinal);
        Assert.Single(Runs(_new), run => run.StartsWith("sent:", StringComparison.Ordinal));
    }

    private async Task RefusedAsync(string why, params string[] arguments)
    {
        var (exitCode, output, error) = await PublishedServer.RunAsync(_old, ["db", "migrate", .. _cluster, .. arguments]);
        Assert.True(exitCode == 1, output + error);
        Assert.Contains(why, Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output, string Error)> MigrateAsync(params string[] more) => PublishedServer.RunAsync(_old, ["db", "migrate", "--to", "postgres", .. _cluster, .. more]);

    private Task<PublishedServer> StartOldAsync(params (string Name, string Value)[] environment) => PublishedServer.StartAsync(
        _old, environment.ToDictionary(one => one.Name, one => one.Value),
        [.. Settings(_old), AuthSecret, _processos.Setting, "--ProcessoApi:RetryPause=00:00:02", "--Jobs:MaxConcurrency=2", "--Operators:Limits:PROBE=1"]);

    private async Task SaveAsync(Job job)
    {
        Directory.CreateDirectory(_old.File("data"));
        using var store = new LiteJobStore(_old.File("data/botphone.db"), new JobFeed(), TimeProvider.System, NullLogger<LiteJobStore>.Instance);
        await store.SaveAsync(job);
    }

    private async Task WriteAsync(string name, string content)
    {
        var path = _old.File($"data/{name}");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, content);
    }

    private string AuthSecret => Assert.Single(_cluster, setting => setting.StartsWith("--Auth:Secret=", StringComparison.Ordinal));

    private Task<string> TokenAsync() => PublishedServer.TokenAsync(_old, AuthSecret);

    private static async Task<string> SubmitAsync(ApiClient client, object payload, string key)
    {
        var (status, body) = await SendAsync(client, "probe", payload, key);
        Assert.True(status == HttpStatusCode.OK, body);
        return (string)JsonNode.Parse(body)!["job_id"]!;
    }

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(ApiClient client, string route, object payload, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/executar/{route}") { Content = JsonContent.Create(payload) };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await client.Http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <returns>Null, whether or not the server lived to answer.</returns>
    private static async Task<string?> AskAsync(ApiClient client, string route, object payload)
    {
        try
        {
            await SendAsync(client, route, payload, "uma vez");
        }
        catch (HttpRequestException)
        {
            // It died before.
        }

        return null;
    }

    private static object SignIn(string login, string password) => new { login, senha = password, filtro = "signs-in", cnpj = "11.222.333/0001-81" };

    private static string[] Settings(TemporaryFolder folder) =>
    [
        $"--Operators:Settings:PROBE:Effects={folder.File("effects")}", "--Operators:Settings:PROBE:Patience=00:05:00", $"--Operators:Settings:ONCE:Effects={folder.File("effects")}",
        "--Jobs:RetryPause=00:00:00", "--Jobs:OutagePause=00:00:00",
    ];

    private static string[] Runs(TemporaryFolder folder) => File.Exists(folder.File("effects")) ? File.ReadAllLines(folder.File("effects")) : [];

    private static async Task<string> HashAsync(string file) => Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file)));

    /// <param name="Ids">Of its jobs, by what they are.</param>
    /// <param name="Seen">What it answered at last.</param>
    /// <param name="Invoice">The key of the one that it stored.</param>
    private sealed record Left(Dictionary<string, string> Ids, Dictionary<string, string> Seen, string Invoice);
}
