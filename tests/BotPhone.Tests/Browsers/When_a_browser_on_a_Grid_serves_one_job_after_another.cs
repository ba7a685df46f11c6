using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Browsers;

[Collection(OneBrowserTestAtATime.Name)]
public sealed class When_a_browser_on_a_Grid_serves_one_job_after_another : ServingBrowserTests
{
    private GridServer _grid = null!;

    private protected override async Task<string[]> SettingsAsync() => (_grid = await SharedGrid.GetAsync()).Settings;

    private protected override bool TakesPasswordsFromAddresses => false;

    private protected override string PlaceOf(TestServer server) => _grid.Folder;

    private protected override IEnumerable<string> DownloadsOf(TestServer server) => _grid.Downloads();

    private protected override Task KillAsync(TestServer server) => _grid.EndAllAsync();

    private protected override async Task AssertEndedAsync(TestServer server) => Assert.Empty(await _grid.SessionsAsync());
}
