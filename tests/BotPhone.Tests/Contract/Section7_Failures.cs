using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Contract;

/// <summary>Whatever an operator does, its job ends, with a reason, and the others go on.</summary>
public class Section7_Failures
{
    [Fact]
    public async Task What_it_throws_is_PLUGIN_FALHOU_and_no_detail_reaches_the_client()
    {
        await using var server = await TestServer.StartAsync();
        var status = await server.Client.RunAsync("probe", Payloads.Probe("throws"));
        AssertFailed(status, "PLUGIN_FALHOU", "Erro interno: ");
        Assert.DoesNotContain("secret detail", status.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("secret detail: •••", server.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("forges")]
    public async Task Without_a_verified_file_nothing_is_COMPLETED(string filter)
    {
        await using var server = await TestServer.StartAsync();
        AssertFailed(await server.Client.RunAsync("probe", Payloads.Probe(filter)), "PLUGIN_FALHOU", "Erro interno: a operadora terminou sem uma fatura verificada");
    }

    [Theory]
    [InlineData("hangs")]
    [InlineData("hangs-hard")]
    public async Task One_that_hangs_is_ended_by_the_timeout_and_its_permit_comes_back(string filter)
    {
        await using var server = await TestServer.StartAsync("--Jobs:Timeout=00:00:01", "--Jobs:MaxConcurrency=1");
        AssertFailed(await server.Client.RunAsync("probe", Payloads.Probe(filter)), "TEMPO_JOB", "Erro de timeout: o job não terminou em 00:00:01");
        Assert.Equal("COMPLETED", (string)(await server.Client.RunAsync("probe", Payloads.Probe("ok")))["status"]!);
    }

    [Fact]
    public async Task A_failure_that_may_pass_is_tried_again()
    {
        await using var server = await TestServer.StartAsync();
        var status = await server.Client.RunAsync("probe", Payloads.Probe("fails-once"));
        Assert.Equal(("COMPLETED", 2), ((string)status["status"]!, (int)status["attempt"]!));
        Assert.Contains(status["logs"]!.AsArray(), line => ((string)line!["message"]!).StartsWith("Tentativa 1 falhou (NAV_MANUTENCAO)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("NAV_MANUTENCAO", 3, "Erro de navegação web: ")]
    [InlineData("AUTH_CREDENCIAIS_INVALIDAS", 1, "Erro de autenticação na operadora: ")]
    [InlineData("AUTH_SESSAO_EXPIRADA", 2, "Erro de autenticação na operadora: ")]
    [InlineData("TEMPO_PAGINA", 3, "Erro de timeout: ")]
    [InlineData("ARQ_DIVERGENTE", 1, "Erro de processamento de arquivo: ")]
    public async Task A_failure_that_stays_is_tried_as_often_as_its_code_says(string code, int attempts, string category)
    {
        await using var server = await TestServer.StartAsync();
        var status = await server.Client.RunAsync("probe", Payloads.Probe($"fails:{code}"));
        AssertFailed(status, code, category);
        Assert.Equal(attempts, (int)status["attempt"]!);
        Assert.Equal(attempts, server.Runs().Count);
        Assert.Equal($"Job {status["job_id"]} concluído: failed", (string)status["logs"]!.AsArray()[^1]!["message"]!);
    }

    [Fact]
    public async Task A_password_that_it_logs_is_blanked()
    {
        await using var server = await TestServer.StartAsync();
        var status = await server.Client.RunAsync("probe", Payloads.Probe("talks"));
        Assert.Contains("A senha é •••, ou •••", status["logs"]!.AsArray().Select(line => (string)line!["message"]!));
        Assert.DoesNotContain(Payloads.Password, server.Log.Text, StringComparison.Ordinal);
    }

    private static void AssertFailed(System.Text.Json.Nodes.JsonNode status, string code, string error)
    {
        Assert.Equal(("FAILED", code), ((string)status["status"]!, (string)status["error_code"]!));
        Assert.StartsWith(error, (string)status["error"]!, StringComparison.Ordinal);
        Assert.Null(status["result"]);
    }
}
