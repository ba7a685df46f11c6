using System.Text.Json;
using System.Text.Json.Nodes;
using BotPhone.Jobs;
using BotPhone.PortalSimulator.Oi;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;
using OpenQA.Selenium;

namespace BotPhone.Tests.Contract;

/// <summary>
/// The client in the seed, the document from which this product is made: the snippets in <c>tests/Frontend/seed</c>, as they are written
/// there, addresses too, on a page of <c>http://localhost:3000</c> in a real browser, against a server that its developer runs at <c>http://localhost:8000</c>.
/// </summary>
[Collection(OneBrowserTestAtATime.Name)]
public sealed class When_the_seeds_client_runs : IAsyncLifetime
{
    private const string Origin = "http://localhost:3000";
    private const string Invoice = "faturas/oi/12345678000190/oi_202601_12345678.pdf";
    private const string Processo = "/api/processos/b4148f5f-e820-408a-b623-8f1ba3fd2578/status";
    private static readonly Lazy<Task<string>> Built = new(() => Npm.Frontend.BuildAsync("seed"));
    private readonly ProcessoApi _processos = ProcessoApi.Start();
    private Site _site = null!;
    private PortalServer _oi = null!;
    private IBrowserSession _session = null!;
    private BrowserConsole _console = null!;

    private ApiClient Client => _oi.Server.Client;

    private IWebDriver Page => _session.Portal.Driver;

    public async Task InitializeAsync()
    {
        _processos.Answer(Processo, 200);
        _site = await Site.StartAsync(await Built.Value, ("/", "<main></main><script src=/client.js></script>"), ("/login", "<h1>Entre</h1>"));
        var port = FreePort.Find();
        _oi = await PortalServer.StartAsync("Oi", "--environment=Development", $"--Urls=http://127.0.0.1:{port}", _processos.Setting);
        _session = await FreeBrowser.StartAsync(
            $"--host-resolver-rules=MAP localhost:8000 127.0.0.1:{port}, MAP localhost:3000 127.0.0.1:{_site.Address.Port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
        await _session.Portal.GoAsync(new Uri(Origin));
        _console = new BrowserConsole(Page);
        await RunAsync($"localStorage.setItem('jwt_token', '{_oi.Server.Token}')", "");
    }

    public async Task DisposeAsync()
    {
        await _session.DisposeAsync();
        await _oi.DisposeAsync();
        await _site.DisposeAsync();
        _processos.Dispose();
    }

    [Fact]
    public async Task A_job_is_created_and_asked_after_until_its_invoice_is_there()
    {
        var shown = (await _console.ShownUntilAsync("Resultado", "void createAndMonitorJob()")).Split('\n');
        var job = await JobAsync();
        Assert.Equal($"Job criado: {job["job_id"]}", shown[0]);
        Assert.Equal(["Status: COMPLETED, Progresso: 100%", $"Job concluído! Resultado: {Invoice}"], shown[^2..]);
        Assert.Equal(OiData.Documented.Expected!.Sha256, (string)job["documents"]![0]!["sha256"]!);
        // It is told after the job has ended.
        await Until.TrueAsync(() => _processos.Calls.Count > 0, "the processo is told");
        Assert.Equal("COMPLETED", (string)JsonNode.Parse(Assert.Single(_processos.Calls).Body!)!["status"]!);
    }

    [Fact]
    public async Task A_component_shows_a_job_to_its_end()
    {
        await RunAsync("showJobManager()", "");
        await Until.TrueAsync(() => TextOf("button").Contains("Criar Job"), "the component is drawn");
        Page.FindElement(By.TagName("button")).Click();
        await Until.TrueAsync(() => TextOf(".job-card .status").Contains("Status: COMPLETED"), "the card shows the end");
        var job = await JobAsync();
        Assert.Equal(["Job: OI"], TextOf(".job-card h3"));
        Assert.Equal(["100%"], TextOf(".job-card .progress"));
        Assert.Equal("width: 100%;", Page.FindElement(By.CssSelector(".progress-bar")).GetDomAttribute("style"));
        Assert.Equal([$"Resultado: {Invoice}"], TextOf(".job-card .result"));
        var lines = TextOf(".job-card .log").ToList();
        Assert.EndsWith("concluído: completed", lines.Last(line => !line.Contains("Processo", StringComparison.Ordinal)), StringComparison.Ordinal);
        // The processo is told after the end, when the component may not ask any more.
        Assert.Equal(job["logs"]!.AsArray().Take(lines.Count).Select(line => $"[{line!["timestamp"]}] {line["message"]}"), lines);
        Assert.Equal("", await _console.RunAsync(""));
    }

    /// <summary>The seed's client gives no token here, so what identifies someone is cut.</summary>
    [Fact]
    public async Task The_socket_tells_every_change_and_every_line()
    {
        var shown = (await _console.ShownUntilAsync(
            "\"status\":\"COMPLETED\"", $"void monitorJobWithWebSocket((await jobsApi.createJob('OI', {Request()})).job_id)")).Split('\n');
        var job = await JobAsync();
        var lines = job["logs"]!.AsArray().Select(line => $"[{line!["level"]}] {line["message"]}")
            .Select(line => line.Replace("12.345.678/0001-90", "•••-90", StringComparison.Ordinal).Replace("fatura 12345678", "fatura •••678", StringComparison.Ordinal)).ToList();
        Assert.Equal(lines, shown.Where(line => line.StartsWith('[')));
        var updates = Given(shown, "updateUI").ToList();
        Assert.Equal(updates.Select(update => (int)update["progress"]!).Order(), updates.Select(update => (int)update["progress"]!));
        Assert.Equal(("COMPLETED", 100, "OI", "•••pdf"), ((string)updates[^1]["status"]!, (int)updates[^1]["progress"]!, (string)updates[^1]["operadora"]!, (string)updates[^1]["result"]!));
        Assert.Equal(lines, Given(shown, "addLog").Select(log => $"[{log["level"]}] {log["message"]}"));
        Assert.DoesNotContain(shown, line => line.Contains("desconhecida", StringComparison.Ordinal) || line.Contains("Erro", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_stream_tells_the_lines_and_how_much_there_is_to_do()
    {
        var shown = await _console.ShownUntilAsync(
            "system_status",
            """
            var { eventSource } = await openEventSource();
            eventSource.addEventListener('message', ({ data }) => console.log('type', JSON.parse(data).type));
            """);
        Assert.StartsWith("type connection\nStatus: 0 ativos\ntype system_status", shown, StringComparison.Ordinal);
        shown = await _console.ShownUntilAsync("concluído: completed", $"await jobsApi.createJob('OI', {Request()})");
        Assert.Contains("Status: 1 ativos", shown, StringComparison.Ordinal);
        Assert.Contains("[INFO] OI: Iniciando processamento da operadora OI\ntype log\n", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_has_each_job()
    {
        var id = await Client.SubmitAsync("OI", PortalServer.Payload(OiData.Documented));
        await RunAsync(
            "{ const { total_jobs, jobs } = await jobsApi.listJobs(); console.log(total_jobs, jobs.map(({ job_id, operadora, progress, created_at }) => [job_id, operadora, progress >= 0, created_at])); }",
            $"""1 [["{id}","OI",true,"{(await Client.StatusAsync(id))["created_at"]}"]]""");
        await Client.EndOfAsync(id);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_forgotten_and_leads_to_the_login()
    {
        await RunAsync("localStorage.setItem('jwt_token', 'velho'); void jobsApi.listJobs().catch(handleApiError)", "");
        await Until.TrueAsync(() => Page.Url == $"{Origin}/login", "the page is left for the login");
        Assert.Null(((IJavaScriptExecutor)Page).ExecuteScript("return localStorage.getItem('jwt_token')"));
    }

    [Fact]
    public Task A_job_that_is_not_there_is_told() => RunAsync(
        "await jobsApi.getJobStatus('invalid-job-id').catch((error) => { console.log(error.response.data); handleApiError(error); })",
        """
        {"detail":"Job 'invalid-job-id' não encontrado"}
        showNotification Job não encontrado error
        """);

    [Fact]
    public Task An_operator_that_is_not_there_is_told() => RunAsync(
        $"await jobsApi.createJob('INVALID', {Request()}).catch((error) => {{ console.log(error.response.data); handleApiError(error); }})",
        """
        {"detail":"Operadora 'INVALID' não encontrada"}
        showNotification Job não encontrado error
        """);

    [Fact]
    public Task The_faults_of_a_request_are_listed() => RunAsync(
        "await jobsApi.createJob('OI', { senha: 'x', filtro: 'x', cnpj: '12.345.678/0001-90' }).catch(handleApiError)",
        """showValidationErrors [{"loc":["body","login"],"msg":"field required","type":"value_error.missing"}]""");

    [Fact]
    public async Task A_server_that_is_away_is_told_as_a_fault_of_the_line()
    {
        ((OpenQA.Selenium.Chromium.ChromiumDriver)Page).NetworkConditions = new() { IsOffline = true };
        await RunAsync("await jobsApi.listJobs().catch(handleApiError)", "showNotification Erro de conexão. Verifique sua internet. error");
    }

    private static string Request() => JsonSerializer.Serialize(PortalServer.Payload(OiData.Documented));

    private static IEnumerable<JsonNode> Given(IEnumerable<string> shown, string stub) =>
        shown.Where(line => line.StartsWith($"{stub} ", StringComparison.Ordinal)).Select(line => JsonNode.Parse(line[stub.Length..])!);

    /// <summary>Types a snippet, which must show what is expected.</summary>
    private async Task RunAsync(string snippet, string expected) => Assert.Equal(expected, await _console.RunAsync(snippet));

    private async Task<JsonNode> JobAsync() => await Client.EndOfAsync((string)Assert.Single((await Client.GetAsync("/jobs"))["jobs"]!.AsArray())!["job_id"]!);

    // In one look: the page is drawn again and again meanwhile.
    private IEnumerable<string> TextOf(string css) => ((IReadOnlyCollection<object>)((IJavaScriptExecutor)Page).ExecuteScript(
        "return [...document.querySelectorAll(arguments[0])].map((one) => one.innerText)", css)!).Cast<string>();
}
