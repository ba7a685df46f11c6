using System.Security.Cryptography;
using System.Text.Json.Nodes;
using BotPhone.PortalSimulator.Oi;
using BotPhone.Tests.Kit;
using OpenQA.Selenium;

namespace BotPhone.Tests.Examples;

/// <summary><c>examples/web</c>, built as its README says and used in a real browser against a real server.</summary>
[Collection(OneBrowserTestAtATime.Name)]
public sealed class When_the_web_example_runs : IAsyncLifetime
{
    private const string Fresh = "The file is not what the server describes: in examples/web, run npm run types against a server that has only the operator OI.";
    private Site _site = null!;
    private TestServer _server = null!;
    private WebPage _page = null!;

    public async Task InitializeAsync()
    {
        _site = await WebPage.ServeAsync();
        _server = await TestServer.StartAsync($"--Cors:Origins={Origin}", PortalServer.Offline);
        _page = await WebPage.OpenAsync(_site);
    }

    public async Task DisposeAsync()
    {
        await _page.DisposeAsync();
        await _server.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task The_invoice_that_was_asked_for_is_fetched_and_handed_over()
    {
        await using var oi = await PortalServer.StartAsync("Oi", $"--Cors:Origins={Origin}");
        await _page.SignInAsync(oi.Server.Address, oi.Server.Token);
        await _page.OrderAsync(PortalServer.Payload(OiData.Simple));
        await _page.ShowsAsync(".outcome.good a", "Baixar oi_202601_2100345678.pdf");

        var job = await JobAsync(oi.Server.Client);
        Assert.Equal(100, _page.Progress);
        Assert.Equal(["Sua fatura da OI", "Pronta", "Fatura que vence em 10/01/2026"], _page.Texts("h2, .chip, h3"));
        Assert.Equal("R$\u00A0189,90", _page.Texts("article p")[0]);
        Assert.Equal(Messages(job), _page.Lines);

        var (name, content) = await _page.DownloadAsync();
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        Assert.Equal(("oi_202601_2100345678.pdf", OiData.Simple.Expected!.Sha256), (name, hash));
        Assert.Equal((string)job["documents"]![0]!["sha256"]!, hash);

        Assert.Empty(_page.Complaints);
        var asked = ((IReadOnlyCollection<object>)_page.Ask("performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin).filter((origin) => origin !== 'null')")).Distinct();
        Assert.Equal([Origin, oi.Server.Address.GetLeftPart(UriPartial.Authority)], asked.Cast<string>());
    }

    [Fact]
    public async Task What_could_not_be_checked_is_told_with_the_invoice()
    {
        await using var oi = await PortalServer.StartAsync("Oi", $"--Cors:Origins={Origin}");
        await _page.SignInAsync(oi.Server.Address, oi.Server.Token);
        await _page.OrderAsync(PortalServer.Payload(OiData.WithoutText));
        await _page.ShowsAsync(".outcome.good a", "Baixar");
        Assert.Equal((string)(await JobAsync(oi.Server.Client))["documents"]![0]!["observacao"]!, _page.Texts("article p")[0]);
    }

    [Fact]
    public async Task The_token_stays_in_the_tab_and_the_password_nowhere()
    {
        await FollowAsync(_server.Address, "waits");
        Assert.Equal((0L, ""), (_page.Ask("localStorage.length"), _page.Ask("document.cookie")));
        var kept = (string)_page.Ask("JSON.stringify(sessionStorage)");
        Assert.Contains(_server.Token, kept, StringComparison.Ordinal);
        Assert.DoesNotContain("S3nh@", kept, StringComparison.Ordinal);

        await _page.PressAsync("Buscar outra fatura");
        Assert.Equal(("", "ana@exemplo.com.br"), (_page.Ask("document.querySelector('#campo-senha').value"), _page.Ask("document.querySelector('#campo-login').value")));
        _page.Browser.FindElement(By.Id("leave")).Click();
        await _page.ShowsAsync("h2", "Boas-vindas");
        Assert.DoesNotContain(_server.Token, (string)_page.Ask("JSON.stringify(sessionStorage)"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_fault_is_shown_beside_its_field()
    {
        await _page.SignInAsync(_server.Address, _server.Token);
        await _page.OrderAsync(new { login = "ana", cnpj = "123", data_vencimento = "31/04/2026", nome_arquivo = "../x", processo_id = "7" });
        await _page.ShowsAsync(".alert", "Confira os campos marcados.");
        Assert.Equal(
            [
                "senha: Preencha este campo", "filtro: Preencha este campo", "cnpj: CNPJ inválido", "data_vencimento: Data inválida: use DD/MM/AAAA",
                "nome_arquivo: Nome de arquivo inválido", "processo_id: Precisa ser um UUID, como b4148f5f-e820-408a-b623-8f1ba3fd2578",
            ],
            Faults());
        Assert.Equal("senha", _page.Ask("document.activeElement.name"));

        await _page.OrderAsync(new { senha = "x", filtro = "ok", cnpj = "11.222.333/0001-81", data_vencimento = "10/01/2026", nome_arquivo = "", processo_id = "" });
        await _page.ShowsAsync(".chip", "Pronta");
        await _page.PressAsync("Buscar outra fatura");
        Assert.Empty(Faults());
    }

    [Fact]
    public async Task Every_field_is_named_and_marked_when_it_may_be_empty()
    {
        await _page.SignInAsync(_server.Address, _server.Token);
        await _page.ShowsAsync("h2", "Qual fatura você quer?");
        var fields = (await _server.Client.GetAsync("/operadoras"))["operadoras"]![0]!["payload"]!.AsArray();
        Assert.Equal(
            [
                .. fields.Select(field => ((string)field!["name"]!, ((string)field["description"]!).Split(": ")[0] + ((bool)field["required"]! ? "" : " opcional"), (bool)field["secret"]! ? "password" : "text")),
                ("processo_id", "Processo a avisar no fim opcional", "text"),
            ],
            _page.Browser.FindElements(By.CssSelector("main input")).Cast<WebElement>().Select(input => (input.GetDomAttribute("name")!, input.ComputedAccessibleLabel!, input.GetDomAttribute("type")!)));
    }

    [Fact]
    public async Task A_token_that_is_refused_is_told()
    {
        await _page.SignInAsync(_server.Address, "x");
        await _page.ShowsAsync(".alert", "Token inválido ou expirado. Confira, ou peça outro a quem cuida do servidor.");

        // As it comes from a clipboard, and sent with the Enter key.
        await _page.FillAsync(new { token = $"Bearer {_server.Token}\n" });
        await _page.ShowsAsync("h2", "Qual fatura você quer?");
        _page.Ask("sessionStorage.setItem('botphone.token', 'velho')");
        _page.Browser.Navigate().Refresh();
        await _page.ShowsAsync(".alert", "Token inválido ou expirado.");
        Assert.Equal("", _page.Ask("document.querySelector('#campo-token').value"));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told()
    {
        var nowhere = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        await _page.SignInAsync(nowhere, _server.Token);
        await _page.ShowsAsync(".alert", $"Não consegui falar com {nowhere.ToString().TrimEnd('/')}. Veja se o endereço está certo, se o servidor está no ar e se ele aceita esta página: Cors:Origins precisa ter {Origin}.");
    }

    [Fact]
    public async Task A_job_that_fails_is_told_with_what_to_do_and_its_code()
    {
        await FollowAsync(_server.Address, "fails:AUTH_CAPTCHA");
        await _page.ShowsAsync(".outcome.bad", "AUTH_CAPTCHA");
        Assert.Equal(
            ["Erro de autenticação na operadora: o portal mostrou um captcha ou desafio. Entre no portal manualmente para liberar o acesso e envie um novo job mais tarde.", "Código: AUTH_CAPTCHA"],
            _page.Texts(".outcome p"));
        Assert.Equal(60, _page.Progress);
        Assert.Equal(["Falhou"], _page.Texts(".chip"));
        await _page.PressAsync("Corrigir e tentar de novo");
        await _page.ShowsAsync("h2", "Qual fatura você quer?");
    }

    [Fact]
    public async Task What_the_server_says_is_text_and_never_part_of_the_page()
    {
        await FollowAsync(_server.Address, "fails-telling:<b>negrito</b><img src=x onerror=alert(1)>");
        await _page.ShowsAsync(".outcome.bad", "<b>negrito</b><img src=x onerror=alert(1)>");
        Assert.Equal(0L, _page.Ask("document.querySelectorAll('main b, main img').length"));
        Assert.Equal("TypeError", _page.Ask("(() => { try { document.body.innerHTML = ''; } catch ({ name }) { return name; } })()"));
    }

    [Fact]
    public async Task A_line_that_is_cut_again_and_again_loses_and_repeats_nothing()
    {
        var sockets = 0;
        await using var line = BadLine.To(_server.Address, request =>
        {
            if (!IsSocket(request)) return null;
            if (sockets == 3) _server.OpenGate();
            return sockets < 3 ? new Harm(CutAfter: 700 + (300 * sockets++)) : null;
        });
        await FollowAsync(line.Address, "chatters-and-waits:12:40");
        await _page.ShowsAsync(".chip", "Pronta");
        Assert.Equal(Messages(await JobAsync(_server.Client)), _page.Lines);
        Assert.Equal(4, line.Requests.Count(IsSocket));
        Assert.DoesNotContain(line.Requests, IsStream);
    }

    [Fact]
    public async Task Where_no_socket_gets_through_the_stream_does()
    {
        await using var line = BadLine.To(_server.Address, request => IsSocket(request) ? new Harm(CutAfter: 0) : null);
        await FollowAsync(line.Address, "chatters-and-waits:3:1");
        await _page.ShowsAsync(".connection", "Ao vivo");
        _server.OpenGate();
        await _page.ShowsAsync(".chip", "Pronta");
        Assert.Equal(Messages(await JobAsync(_server.Client)), _page.Lines);
        Assert.Contains(line.Requests, IsStream);
    }

    [Fact]
    public async Task Where_nothing_live_gets_through_the_page_asks()
    {
        await using var line = BadLine.To(_server.Address, request => IsSocket(request) || IsStream(request) ? new Harm(CutAfter: 0) : null);
        await FollowAsync(line.Address, "chatters-and-waits:3:1");
        await _page.ShowsAsync(".connection", "Atualizando de tempos em tempos");
        _server.OpenGate();
        await _page.ShowsAsync(".chip", "Pronta");
        Assert.Equal(Messages(await JobAsync(_server.Client)), _page.Lines);
    }

    [Fact]
    public async Task A_server_that_is_killed_is_waited_for_and_the_job_followed_to_its_end()
    {
        using var folder = new TemporaryFolder();
        folder.Drop("Probe");
        var token = await PublishedServer.TokenAsync(folder);
        string[] settings = [$"--Operators:Settings:PROBE:Effects={folder.File("effects")}", $"--Cors:Origins={Origin}"];
        var port = FreePort.Find();
        await using (var server = await PublishedServer.StartAsync(folder, port, settings))
        {
            await _page.SignInAsync(server.Address, token);
            await _page.OrderAsync(Payloads.Probe("chatters-and-waits:12:40"));
            await _page.ShowsAsync(".log", "Linha 12");
            await server.KillAsync();
            await _page.ShowsAsync(".connection", "Sem conexão");
        }

        await File.WriteAllTextAsync(folder.File("effects.open"), "");
        await using (var server = await PublishedServer.StartAsync(folder, port, settings))
        {
            await _page.ShowsAsync(".chip", "Pronta");
            using var client = new ApiClient(server.Address, token);
            var job = await JobAsync(client);
            Assert.Equal(Messages(job), _page.Lines);
            await _page.ShowsAsync(".outcome a", "Baixar");
            Assert.Equal((string)job["documents"]![0]!["sha256"]!, Convert.ToHexStringLower(SHA256.HashData((await _page.DownloadAsync()).Content)));
        }
    }

    [Fact]
    public async Task A_reload_of_the_page_goes_on_with_the_job()
    {
        await FollowAsync(_server.Address, "chatters-and-waits:5:1");
        await _page.ShowsAsync(".log", "Linha 5");
        _page.Browser.Navigate().Refresh();
        await _page.ShowsAsync(".log", "Linha 5");
        _server.OpenGate();
        await _page.ShowsAsync(".chip", "Pronta");
        Assert.Equal(Messages(await JobAsync(_server.Client)), _page.Lines);
    }

    [Fact]
    public async Task An_answer_that_is_lost_makes_no_second_job()
    {
        var lost = false;
        await using var line = BadLine.To(_server.Address, request => request.StartsWith("POST", StringComparison.Ordinal) && !lost && (lost = true) ? new Harm(CutAfter: 9) : null);
        await FollowAsync(line.Address, "ok");
        await _page.ShowsAsync(".alert", "Não consegui falar com");
        await _page.PressAsync("Buscar a fatura");
        await _page.ShowsAsync(".chip", "Pronta");
        Assert.Equal(["ok"], _server.Runs());
    }

    [Fact]
    public async Task A_file_that_comes_damaged_is_thrown_away_and_can_be_fetched_again()
    {
        var damaged = false;
        await using var line = BadLine.To(
            _server.Address, request => request.StartsWith("GET /arquivos/", StringComparison.Ordinal) && !damaged && (damaged = true) ? new Harm(Damaged: 100) : null);
        await FollowAsync(line.Address, "ok");
        await _page.ShowsAsync(".outcome", "O arquivo chegou danificado e foi descartado.");
        Assert.Empty(_page.Texts(".outcome a"));
        await _page.PressAsync("Trazer de novo");
        await _page.ShowsAsync(".outcome a", "Baixar probe_202601_ok.pdf");
    }

    [Fact]
    public async Task On_a_phone_nothing_stands_out_of_the_screen()
    {
        _page.Browser.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", new() { ["width"] = 360, ["height"] = 740, ["deviceScaleFactor"] = 1, ["mobile"] = true });
        await FollowAsync(_server.Address, $"fails-telling:{new string('x', 300)}");
        await _page.ShowsAsync(".outcome.bad", "xxx");
        Assert.Equal(360L, _page.Ask("document.documentElement.scrollWidth"));
        await _page.PressAsync("Corrigir e tentar de novo");
        Assert.Equal(360L, _page.Ask("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Its_types_are_those_that_the_server_describes()
    {
        await using var server = await TestServer.StartWithAsync(["Oi"]);
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("openapi.json"), (await ApiDocument.ReadAsync(server)).Root.ToJsonString());
        var (exitCode, output) = await Npm.WebExample.ExecAsync("openapi-typescript", folder.File("openapi.json"), "-o", folder.File("api.d.ts"));
        Assert.True(exitCode == 0, output);
        var committed = await File.ReadAllTextAsync(Path.Combine(Npm.WebExample.Folder, "src", "api.d.ts"));
        Assert.True(committed == await File.ReadAllTextAsync(folder.File("api.d.ts")), Fresh);
    }

    private string Origin => _site.Address.GetLeftPart(UriPartial.Authority);

    private static bool IsSocket(string request) => request.Contains("/ws/notifications", StringComparison.Ordinal);

    private static bool IsStream(string request) => request.Contains("/events/logs", StringComparison.Ordinal);

    private static IEnumerable<string> Messages(JsonNode job) => job["logs"]!.AsArray().Select(line => (string)line!["message"]!);

    /// <summary>The only job of a server, once it has ended.</summary>
    private static async Task<JsonNode> JobAsync(ApiClient client) =>
        await client.EndOfAsync((string)Assert.Single((await client.GetAsync("/jobs"))["jobs"]!.AsArray())!["job_id"]!);

    private async Task FollowAsync(Uri server, string filter)
    {
        await _page.SignInAsync(server, _server.Token);
        await _page.OrderAsync(Payloads.Probe(filter));
    }

    private IEnumerable<string> Faults() => ((IReadOnlyCollection<object>)_page.Ask(
        "[...document.querySelectorAll('main input[aria-invalid]')].map((input) => `${input.name}: ${document.getElementById(input.getAttribute('aria-describedby').split(' ')[0]).innerText}`)")).Cast<string>();
}
