using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Oi;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Oi;

/// <summary>Whoever must find out why a job failed sees what the operator saw, and no secret.</summary>
public class When_a_job_fails_its_page_is_kept
{
    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47];

    [Fact]
    public async Task Picture_source_and_report_are_fetched_with_a_token_and_hold_neither_password_nor_login()
    {
        await using var oi = await PortalServer.StartAsync("Oi", "--Browser:ElementTimeout=00:00:05");
        // The password stands in its field when the button is missed.
        oi.Portal.Inject(new Trouble { Portal = "OI", Kind = "T13", Element = "entrar", Variant = "renomeado" });
        var status = await oi.RunAsync(OiData.Simple);
        var keys = Keys(status);
        Assert.Equal(["relato.txt", "tela.png", "pagina.html"], keys.Select(Path.GetFileName));

        var report = await TextAsync(oi, keys[0]);
        Assert.StartsWith("Código: NAV_LAYOUT_ALTERADO\n", report, StringComparison.Ordinal);
        Assert.Contains("#btn_entrar", report, StringComparison.Ordinal);
        Assert.Contains("\nPasso: Entrando\nÚltima ação no portal: Clicando em botão Entrar\n", report, StringComparison.Ordinal);
        Assert.Contains($"\nEndereço: {oi.Portal.AddressesOf("OI")["portal"]}\n", report, StringComparison.Ordinal);

        Assert.Equal(PngSignature, (await oi.Server.Client.Http.GetByteArrayAsync($"/arquivos/{keys[1]}"))[..4]);
        // The frame's document, which is of another origin, is there too.
        var page = await TextAsync(oi, keys[2]);
        Assert.Contains("id=\"senha\"", page, StringComparison.Ordinal);
        foreach (var secret in new[] { OiData.Simple.Login.Password, OiData.Simple.Login.User })
        foreach (var form in Secrets.FormsOf(secret))
            Assert.DoesNotContain(form, report + page, StringComparison.Ordinal);

        using var stranger = oi.Server.ClientWith(null);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Http.GetAsync($"/arquivos/{keys[0]}")).StatusCode);
    }

    [Fact]
    public async Task A_page_is_shown_as_text_never_run()
    {
        await using var oi = await PortalServer.StartAsync("Oi", "--Browser:ElementTimeout=00:00:05");
        oi.Portal.Inject(new Trouble { Portal = "OI", Kind = "T07" });
        using var answer = await oi.Server.Client.Http.GetAsync($"/arquivos/{Keys(await oi.RunAsync(OiData.Simple))[2]}");
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task It_goes_with_the_job()
    {
        await using var oi = await PortalServer.StartAsync("Oi", "--Jobs:Retention=00:00:01", "--Jobs:CleanupInterval=00:00:01");
        var status = await oi.RunAsync(OiData.UnknownAccount);
        var folder = Path.Combine(oi.Server.DataPath, "evidence", (string)status["job_id"]!);
        Assert.NotEmpty(Keys(status));
        await Until.TrueAsync(() => !Directory.Exists(folder), "the evidence is removed");
        Assert.Equal(HttpStatusCode.NotFound, (await oi.Server.Client.SendAsync(HttpMethod.Get, $"/status/{status["job_id"]}")).Status);
    }

    [Fact]
    public async Task A_job_that_succeeds_after_all_keeps_none()
    {
        await using var oi = await PortalServer.StartAsync("Oi");
        oi.Portal.Inject(new Trouble { Portal = "OI", Kind = "T07", Times = 1 });
        var status = await oi.RunAsync(OiData.Simple);
        Assert.Equal(("COMPLETED", 2), ((string)status["status"]!, (int)status["attempt"]!));
        Assert.Empty(Keys(status));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(oi.Server.DataPath, "evidence")));
    }

    private static IReadOnlyList<string> Keys(JsonNode status) => [.. status["evidence"]!.AsArray().Select(key => (string)key!)];

    private static async Task<string> TextAsync(PortalServer oi, string key) =>
        Encoding.UTF8.GetString(await oi.Server.Client.Http.GetByteArrayAsync($"/arquivos/{key}"));
}
