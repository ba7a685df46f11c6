using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Browsers;

[Collection(OneBrowserTestAtATime.Name)]
public sealed class When_a_browser_serves_one_job_after_another : ServingBrowserTests
{
    [Theory]
    [InlineData("--Browser:MaxMemoryBytes=1048576")]
    [InlineData("--Browser:MaxIdle=00:00:01")]
    public async Task Who_has_grown_or_waits_too_long_goes(string limit)
    {
        await using var server = await StartAsync(limit);
        await (await OpenAsync(server)).DisposeAsync();
        await Until.TrueAsync(() => Notes(server).Length == 0, "the browser is gone");
        await using var next = await OpenAsync(server);
        await next.Portal.GoAsync(Address);
    }

    private protected override string PlaceOf(TestServer server) => Folder(server);

    private protected override IEnumerable<string> DownloadsOf(TestServer server) =>
        Directory.EnumerateFiles(Path.Combine(Folder(server), "downloads"), "*", SearchOption.AllDirectories);

    private protected override Task KillAsync(TestServer server)
    {
        SessionProcesses.Kill(Folder(server));
        return Task.CompletedTask;
    }

    private protected override Task AssertEndedAsync(TestServer server)
    {
        Assert.Empty(Notes(server).Select(File.ReadAllText).SelectMany(SessionProcesses.Of));
        return Task.CompletedTask;
    }
}
