using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Vivo;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Vivo;

/// <summary>T17: the portal ends a user's session when the same user signs in again. One session serves all jobs that wait for it,
/// unless its browser has served enough: these have none that others have used.</summary>
public class When_a_login_has_several_jobs
{
    private const string Resumed = "O acesso já está aberto no portal: seguindo sem entrar de novo";

    private static readonly SimulatedLogin Login = VivoData.Simple.Login;

    [Fact]
    public async Task They_share_one_sign_in_one_after_another_and_jobs_of_another_login_pass_by()
    {
        await using var vivo = await PortalServer.StartAsync("Vivo", SharedBrowsers.None, "--Browser:ElementTimeout=00:00:30");
        SimulatedCase[] cases = [VivoData.Simple, VivoData.UnknownAccount, VivoData.NotHeldByOne, VivoData.OneDigitApart, VivoData.Alphanumeric];
        var ids = new List<string>();
        foreach (var @case in cases) ids.Add(await vivo.SubmitAsync(@case));
        foreach (var (id, @case) in ids.Zip(cases))
        {
            var status = await vivo.Server.Client.EndOfAsync(id);
            Assert.Equal((1, @case.ExpectedCode), ((int)status["attempt"]!, (string?)status["error_code"]));
            Assert.Equal(@case.Expected?.Sha256, (string?)status["documents"]!.AsArray().SingleOrDefault()?["sha256"]);
            Assert.True(Logs(status).Contains(Resumed) == (@case.Login == Login && @case != cases[0]), status.ToJsonString());
        }

        var seen = vivo.Portal.Events.Where(one => one.Kind is EventKind.LoginPost or EventKind.Logout).ToList();
        Assert.Equal([EventKind.LoginPost, EventKind.Logout], seen.Where(one => one.Login == Login.User).Select(one => one.Kind));
        Assert.True(
            seen.FindIndex(one => one.Login == VivoData.Alphanumeric.Login.User) < seen.FindIndex(one => one.Login == Login.User && one.Kind == EventKind.Logout), "the other login waited");
    }

    [Fact]
    public async Task A_session_that_ends_between_two_jobs_is_replaced_within_the_attempt()
    {
        await using var vivo = await PortalServer.StartAsync("Vivo", SharedBrowsers.None, "--Jobs:MaxConcurrency=1");
        vivo.Server.Folder.Drop("Probe");
        await Until.TrueAsync(async () => (await vivo.Server.Client.GetAsync("/operadoras")).ToJsonString().Contains("PROBE", StringComparison.Ordinal), "the probe is loaded");
        var first = await vivo.SubmitAsync(VivoData.Simple);
        // In the order of acceptance: it holds the only permit between the two.
        var between = await vivo.Server.Client.SubmitAsync("probe", Payloads.Probe("waits"));
        var second = await vivo.SubmitAsync(VivoData.OneDigitApart);
        Assert.Equal("COMPLETED", (string)(await vivo.Server.Client.EndOfAsync(first))["status"]!);
        await Until.TrueAsync(() => vivo.Server.Runs().Count > 0, "the probe has the permit");
        Assert.Empty(vivo.Seen(EventKind.Logout));
        await SignInElsewhereAsync(vivo);
        vivo.Server.OpenGate();

        Assert.Equal("COMPLETED", (string)(await vivo.Server.Client.EndOfAsync(between))["status"]!);
        var status = await vivo.Server.Client.EndOfAsync(second);
        Assert.True((string)status["status"]! == "COMPLETED" && (int)status["attempt"]! == 1, status.ToJsonString());
        Assert.Equal(VivoData.OneDigitApart.Expected!.Sha256, (string)status["documents"]![0]!["sha256"]!);
        Assert.Contains("A sessão que estava aberta no portal não serve mais: entrando de novo", Logs(status));
        Assert.Equal(["ok", "ok", "ok"], vivo.LoginPosts.Select(post => post.Result));
    }

    [Fact]
    public async Task Who_has_another_password_gets_nothing_from_it()
    {
        await using var vivo = await PortalServer.StartAsync("Vivo", SharedBrowsers.None, "--Jobs:MaxConcurrency=1");
        var right = await vivo.SubmitAsync(VivoData.Simple);
        var wrong = await vivo.RunAsync(VivoData.OneDigitApart, "Outra-senha-9");
        Assert.Equal("COMPLETED", (string)(await vivo.Server.Client.EndOfAsync(right))["status"]!);
        Assert.Equal(("FAILED", "AUTH_CREDENCIAIS_INVALIDAS"), ((string)wrong["status"]!, (string)wrong["error_code"]!));
        Assert.DoesNotContain(Resumed, Logs(wrong));
        Assert.Equal(
            [(EventKind.LoginPost, "ok"), (EventKind.Logout, null), (EventKind.LoginPost, "senha_invalida")],
            vivo.Portal.Events.Where(one => one.Kind is EventKind.LoginPost or EventKind.Logout).Select(one => (one.Kind, one.Result)));
    }

    private static IReadOnlyList<string> Logs(JsonNode status) => [.. status["logs"]!.AsArray().Select(line => (string)line!["message"]!)];

    // As a person does in another browser, which ends the session that the server holds.
    private static async Task SignInElsewhereAsync(PortalServer vivo)
    {
        using var person = new HttpClient { BaseAddress = new Uri(vivo.Portal.Settings["Operators:Settings:VIVO:Address"]) };
        using var answer = await person.PostAsJsonAsync("/acesso/senha", new { user = Login.User, cpf = Login.Cpf, password = Login.Password });
        answer.EnsureSuccessStatusCode();
    }
}
