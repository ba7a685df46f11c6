using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Examples;

/// <summary><c>examples/python</c>, by a real python3 against a real server.</summary>
public sealed partial class When_the_python_example_runs : IAsyncLifetime
{
    private static readonly string Program = Path.Combine(Repository.Root, "examples", "python", "baixar_fatura.py");
    private TemporaryFolder _folder = null!;
    private TestServer _server = null!;

    private string Invoice => Path.Combine(_folder.Path, "probe_202601_ok.pdf");

    public async Task InitializeAsync() => (_folder, _server) = (new TemporaryFolder(), await TestServer.StartAsync());

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task It_shows_every_line_and_fetches_the_file_that_the_server_has()
    {
        var ending = await RunAsync(_server.Address, Payloads.Probe("ok"));
        Assert.Equal((0, ""), (ending.ExitCode, ending.Error));
        var job = await _server.Client.StatusAsync(JobId().Match(ending.Output).Value);
        Assert.StartsWith($"Job criado para operadora PROBE: {job["job_id"]}\n", ending.Output, StringComparison.Ordinal);
        Assert.Equal(Messages(job), Shown(ending));
        Assert.Contains("\nCOMPLETED 100%\n", ending.Output, StringComparison.Ordinal);
        Assert.EndsWith($"\nFatura em {Invoice}\n", ending.Output, StringComparison.Ordinal);
        Assert.Equal((string)job["documents"]![0]!["sha256"]!, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Invoice))));
        Assert.Equal([Invoice], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_job_that_fails_is_told_with_what_to_do()
    {
        var ending = await RunAsync(_server.Address, Payloads.Probe("fails:AUTH_CAPTCHA"));
        Assert.Equal(
            (1, "Erro de autenticação na operadora: o portal mostrou um captcha ou desafio. Entre no portal manualmente para liberar o acesso e envie um novo job mais tarde. [AUTH_CAPTCHA]\n"),
            (ending.ExitCode, ending.Error));
        Assert.Contains("FAILED 60%\n", ending.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task The_request_may_come_from_a_file()
    {
        var request = _folder.File("pedido.json");
        await File.WriteAllTextAsync(request, JsonSerializer.Serialize(Payloads.Probe("ok")));
        var ending = await RunAsync(_server.Address, "", request: request);
        Assert.Equal((0, ""), (ending.ExitCode, ending.Error));
        Assert.True(File.Exists(Invoice));
    }

    [Fact]
    public async Task A_bad_token_is_told()
    {
        var ending = await RunAsync(_server.Address, Payloads.Probe("ok"), token: "x");
        Assert.Equal(new Ending(2, "", "Token inválido ou expirado: confira BOTPHONE_TOKEN, ou peça outro a quem cuida do servidor\n"), ending);
    }

    [Fact]
    public async Task Every_fault_of_the_request_is_told()
    {
        var ending = await RunAsync(
            _server.Address, """{"login":null,"senha":5,"filtro":"","data_vencimento":"31/04/2026","nome_arquivo":"../x","processo_id":"x"}""");
        Assert.Equal((2, ""), (ending.ExitCode, ending.Output));
        Assert.Equal(
            """
            O pedido não foi aceito:
              login: não pode ser nulo
              senha: precisa ser um texto
              filtro: não pode ficar vazio
              cnpj: falta este campo
              data_vencimento: data inválida: use DD/MM/AAAA
              nome_arquivo: nome de arquivo inválido
              processo_id: precisa ser um UUID

            """,
            ending.Error);
    }

    [Theory]
    [InlineData("nenhuma", "{}", "Operadora 'nenhuma' não encontrada (HTTP 404)\n")]
    [InlineData("probe", "[]", "O pedido não foi aceito:\n  body: precisa ser um objeto JSON\n")]
    [InlineData("probe", "{", "O pedido não foi aceito:\n  1: o corpo não é um JSON válido\n")]
    public async Task What_the_server_refuses_is_told(string route, string body, string expected) =>
        Assert.Equal(new Ending(2, "", expected), await RunAsync(_server.Address, body, route));

    [Fact]
    public async Task A_server_that_asks_to_wait_is_given_time()
    {
        await using var server = await TestServer.StartAsync("--Limits:RequestsPerSecond=1");
        using var greedy = server.ClientWith(null);
        var requests = 0;
        await using var line = BadLine.To(server.Address, async _ =>
        {
            for (var tooMany = requests++ >= 3; !tooMany;)
            {
                using var answer = await greedy.Http.GetAsync("/nada");
                tooMany = answer.StatusCode == HttpStatusCode.TooManyRequests;
            }

            return null;
        });
        var ending = await RunAsync(line.Address, Payloads.Probe("ok"), token: server.Token);
        Assert.Equal((0, ""), (ending.ExitCode, ending.Error));
        Assert.Contains("Requisições demais: tente de novo em instantes (HTTP 429). Nova tentativa em 1 s.\n", ending.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_lost_makes_no_second_job()
    {
        var lost = false;
        await using var line = BadLine.To(_server.Address, request => request.StartsWith("POST", StringComparison.Ordinal) && !lost && (lost = true) ? new Harm(CutAfter: 9) : null);
        var ending = await RunAsync(line.Address, Payloads.Probe("ok"));
        Assert.Equal((0, ""), (ending.ExitCode, ending.Error));
        Assert.Equal(2, line.Requests.Count(request => request.StartsWith("POST", StringComparison.Ordinal)));
        Assert.Equal(["ok"], _server.Runs());
    }

    [Fact]
    public async Task A_stream_that_is_cut_again_and_again_loses_and_repeats_no_line()
    {
        var streams = 0;
        await using var line = BadLine.To(_server.Address, request =>
        {
            if (!request.Contains("/events/logs?", StringComparison.Ordinal)) return null;
            if (streams == 4) _server.OpenGate();
            return new Harm(CutAfter: 500 + (61 * streams++));
        });
        var ending = await RunAsync(line.Address, Payloads.Probe("chatters-and-waits:12:40"));
        Assert.Equal((0, ""), (ending.ExitCode, ending.Error));
        Assert.Equal(Messages(await _server.Client.StatusAsync(JobId().Match(ending.Output).Value)), Shown(ending));
        Assert.InRange(streams, 5, int.MaxValue);
    }

    [Fact]
    public async Task A_file_that_comes_by_halves_is_fetched_again()
    {
        var cut = false;
        await using var line = BadLine.To(_server.Address, request => request.Contains("/arquivos/", StringComparison.Ordinal) && !cut && (cut = true) ? new Harm(CutAfter: 100) : null);
        var ending = await RunAsync(line.Address, Payloads.Probe("ok"));
        Assert.Equal((0, ""), (ending.ExitCode, ending.Error));
        Assert.Contains("Nova tentativa em 1 s.\n", ending.Output, StringComparison.Ordinal);
        Assert.Equal([Invoice], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_file_that_comes_damaged_is_refused()
    {
        await using var line = BadLine.To(_server.Address, request => request.Contains("/arquivos/", StringComparison.Ordinal) ? new Harm(Damaged: 100) : null);
        var ending = await RunAsync(line.Address, Payloads.Probe("ok"));
        Assert.Equal(
            (2, "O arquivo chegou danificado e foi descartado. O bom continua no servidor: /arquivos/faturas/probe/11222333000181/probe_202601_ok.pdf\n"),
            (ending.ExitCode, ending.Error));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    private static IEnumerable<string> Messages(JsonNode job) => job["logs"]!.AsArray().Select(line => (string)line!["message"]!);

    private static IEnumerable<string> Shown(Ending ending) => ending.Output.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line[2..]);

    private Task<Ending> RunAsync(Uri server, object request, string? token = null) => RunAsync(server, JsonSerializer.Serialize(request), token: token);

    private Task<Ending> RunAsync(Uri server, string body, string route = "probe", string request = "-", string? token = null) => Command.RunAsync(
        "python3", [Program, route, request, $"--servidor={server}", $"--pasta={_folder.Path}"], body,
        new Dictionary<string, string> { ["BOTPHONE_TOKEN"] = token ?? _server.Token, ["PYTHONIOENCODING"] = "utf-8", ["no_proxy"] = "*" });

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex JobId();
}
