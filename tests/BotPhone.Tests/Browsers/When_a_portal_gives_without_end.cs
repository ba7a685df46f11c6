using BotPhone.Jobs;
using BotPhone.PortalSimulator.Oi;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotPhone.Tests.Browsers;

[Collection(OneBrowserTestAtATime.Name)]
public class When_a_portal_gives_without_end
{
    private const string Windows = "<h1>portal</h1><script>for (let i = 0; i < 1000; i++) open('/janela')</script>";
    private static readonly Selector Link = new() { Name = "link", Css = "#a" };

    [Fact]
    public async Task A_download_that_is_too_large_is_no_invoice()
    {
        var failure = await DownloadAsync("--Browser:MaxDownloadBytes=10485760");
        Assert.Equal((ErrorCode.WrongInvoice, "o arquivo tem mais de 10 MiB: não é uma fatura"), (failure.Code, failure.Message));
    }

    [Fact]
    public async Task A_download_beyond_what_a_session_may_receive_breaks_off()
    {
        var failure = await DownloadAsync("--Browser:MaxSessionBytes=20971520");
        Assert.Equal((ErrorCode.WrongInvoice, "o portal enviou mais de 20 MiB nesta sessão"), (failure.Code, failure.Message));
    }

    [Fact]
    public Task A_job_at_a_page_without_end_fails_once() =>
        AssertFailsAsync("/endless", "ARQ_DIVERGENTE", "o portal enviou mais de 20 MiB nesta sessão", "--Browser:MaxSessionBytes=20971520");

    [Fact]
    public Task A_job_at_a_page_that_opens_a_thousand_windows_fails_once() =>
        AssertFailsAsync("/", "NAV_LAYOUT_ALTERADO", "a página abriu mais de 20 janelas");

    private static async Task<OperatorException> DownloadAsync(string limit)
    {
        await using var site = await Site.StartAsync(("/", "<a id=a href='/endless.pdf' download>baixar</a>"));
        await using var server = await TestServer.StartAsync(PortalServer.Offline, SharedBrowsers.None, limit);
        await using var session = await server.Services.GetRequiredService<IBrowsers>().OpenAsync(new SessionNeeds(PortalServer.ThisMachine, NullLogger.Instance), default);
        var folder = await SessionFolderAsync(server.DataPath);
        await session.Portal.GoAsync(site.Address);
        var failure = await Assert.ThrowsAsync<OperatorException>(() => session.Portal.DownloadAsync(Link));
        await session.DisposeAsync();
        AssertNoFileLeft(folder);
        return failure;
    }

    private static async Task AssertFailsAsync(string path, string code, string error, params string[] settings)
    {
        await using var site = await Site.StartAsync(("/", Windows), ("/janela", "<p>janela"));
        await using var oi = await PortalServer.StartAsync("Oi", [$"--Operators:Settings:OI:Address={new Uri(site.Address, path)}", SharedBrowsers.None, .. settings]);
        var id = await oi.SubmitAsync(OiData.Simple);
        var folder = await SessionFolderAsync(oi.Server.DataPath);
        var status = await oi.Server.Client.EndOfAsync(id);
        Assert.True((string?)status["error_code"] == code, status.ToJsonString());
        Assert.Contains(error, (string)status["error"]!, StringComparison.Ordinal);
        Assert.Equal(1, (int)status["attempt"]!);
        AssertNoFileLeft(folder);
    }

    // The browser may serve others, if it was not ended.
    private static void AssertNoFileLeft(string folder) =>
        Assert.True(!Directory.Exists(folder) || Directory.GetFileSystemEntries(Path.Combine(folder, "downloads")).Length == 0);

    private static async Task<string> SessionFolderAsync(string dataPath)
    {
        var notes = Path.Combine(dataPath, "sessions");
        await Until.TrueAsync(() => Directory.Exists(notes) && Directory.GetFiles(notes).Any(note => new FileInfo(note).Length > 0), "a session has begun");
        return await File.ReadAllTextAsync(Directory.GetFiles(notes)[0]);
    }
}
