using System.Text.Json.Nodes;
using BotPhone.PortalSimulator.Oi;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Faults;

/// <summary>The same one is not sent to the portal again: a second wrong password is what locks accounts.</summary>
public class When_a_password_was_refused
{
    private const string Wrong = "senha-errada";

    [Fact]
    public async Task The_next_job_with_it_fails_at_once_and_another_password_is_sent()
    {
        await using var server = await TestServer.StartAsync();
        var first = await RunAsync(server, Wrong);
        Assert.Equal("AUTH_CREDENCIAIS_INVALIDAS", (string)first["error_code"]!);

        var second = await RunAsync(server, Wrong);
        Assert.Equal(("FAILED", "AUTH_CREDENCIAIS_INVALIDAS"), ((string)second["status"]!, (string)second["error_code"]!));
        Assert.StartsWith("Erro de autenticação na operadora: o portal recusou esta mesma senha em ", (string)second["error"]!, StringComparison.Ordinal);
        Assert.Contains("o portal não foi acessado", (string)second["error"]!, StringComparison.Ordinal);
        Assert.Equal(1, Sent(server));

        Assert.Equal("AUTH_CREDENCIAIS_INVALIDAS", (string)(await RunAsync(server, $"outra-{Wrong}"))["error_code"]!);
        Assert.Equal("COMPLETED", (string)(await RunAsync(server, "certa"))["status"]!);
        Assert.Equal(3, Sent(server));
        Secrets.AssertInNoFile(server.DataPath, Wrong, $"outra-{Wrong}");
    }

    [Fact]
    public async Task Jobs_that_come_at_the_same_time_send_it_once()
    {
        await using var server = await TestServer.StartAsync("--Jobs:MaxConcurrency=5");
        var jobs = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => RunAsync(server, Wrong)));
        Assert.All(jobs, job => Assert.Equal("AUTH_CREDENCIAIS_INVALIDAS", (string)job["error_code"]!));
        Assert.Equal(1, Sent(server));
    }

    [Fact]
    public async Task Other_logins_are_not_held_up()
    {
        await using var server = await TestServer.StartAsync();
        await RunAsync(server, Wrong);
        await RunAsync(server, Wrong, "bia@exemplo.com.br");
        Assert.Equal(2, Sent(server));
    }

    [Fact]
    public async Task It_may_be_sent_again_when_its_time_is_over()
    {
        await using var server = await TestServer.StartAsync("--Jobs:LoginFreeze=00:00:00");
        await RunAsync(server, Wrong);
        await RunAsync(server, Wrong);
        Assert.Equal(2, Sent(server));
    }

    [Fact]
    public async Task A_restart_does_not_make_it_forgotten()
    {
        using var folder = new TemporaryFolder();
        folder.Drop("Probe");
        string[] settings = [$"--Data:Path={folder.File("data")}", $"--Operators:Settings:PROBE:Effects={folder.File("effects")}"];
        await using (var server = await TestServer.StartAsync(settings)) await RunAsync(server, Wrong);
        await using (var server = await TestServer.StartAsync(settings)) Assert.Equal("AUTH_CREDENCIAIS_INVALIDAS", (string)(await RunAsync(server, Wrong))["error_code"]!);
        Assert.Single(await File.ReadAllLinesAsync(folder.File("effects")), line => line.StartsWith("sent:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_portal_sees_one_sign_in()
    {
        await using var oi = await PortalServer.StartAsync("Oi");
        await oi.RunAsync(OiData.Simple, Wrong);
        var (_, requests) = (await oi.RunAsync(OiData.Simple, Wrong), oi.Portal.Events.Count);
        Assert.Single(oi.LoginPosts);

        Assert.Equal("AUTH_CREDENCIAIS_INVALIDAS", (string)(await oi.RunAsync(OiData.Simple, Wrong))["error_code"]!);
        Assert.Equal(requests, oi.Portal.Events.Count);
        Assert.Equal("COMPLETED", (string)(await oi.RunAsync(OiData.Simple))["status"]!);
    }

    private static Task<JsonNode> RunAsync(TestServer server, string password, string login = "ana@exemplo.com.br") =>
        server.Client.RunAsync("probe", new { login, senha = password, filtro = "signs-in", cnpj = "11.222.333/0001-81" });

    private static int Sent(TestServer server) => server.Runs().Count(line => line.StartsWith("sent:", StringComparison.Ordinal));
}
