using BotPhone.Jobs;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;
using BotPhone.Tests.Statistics;
using Microsoft.Extensions.DependencyInjection;

namespace BotPhone.Tests.Dashboard;

/// <summary>What became of the jobs, drawn, with the same numbers in words below.</summary>
[Collection(OneBrowserTestAtATime.Name)]
public sealed class When_the_numbers_are_looked_at
{
    [Fact]
    public async Task They_are_drawn_and_can_be_read_and_follow_what_happens()
    {
        await using var server = await TestServer.StartAsync();
        var store = server.Services.GetRequiredService<IJobStore>();
        await store.SaveAsync(EndedJobs.Completed("OI", "1", Now, TimeSpan.FromSeconds(40)));
        await store.SaveAsync(EndedJobs.Completed("VIVO", "2", Now.AddDays(-1), TimeSpan.FromSeconds(90)));
        await store.SaveAsync(EndedJobs.Failed("VIVO", "3", Now.AddDays(-20), ErrorCode.Maintenance));
        await using var page = await DashboardPage.EnterAsync(server, "#/numeros");
        await page.ShowsAsync("[role=status]", "66,7% prontos: 2 de 3 jobs em 30 dias.");
        await Until.TrueAsync(() => page.Ask("document.querySelectorAll('.plot canvas').length") is 3L, "all is drawn");
        Assert.All(((IReadOnlyCollection<object>)page.Ask(Drawn)).Cast<bool>(), Assert.True);
        page.Ask("document.querySelectorAll('details').forEach((one) => (one.open = true))");
        Assert.Equal(30, page.Texts("[aria-labelledby=per-day] tbody tr").Count);
        Assert.EndsWith("\t1\t0", page.Texts("[aria-labelledby=per-day] tbody tr")[0], StringComparison.Ordinal);
        Assert.Equal(["OI", "VIVO"], page.Texts("[aria-labelledby=time] tbody th"));
        Assert.Contains("1 min ", page.Texts("[aria-labelledby=time] tbody tr")[1], StringComparison.Ordinal);
        page.AssertAccessible();

        await page.ChooseAsync("Período", "7 dias");
        await page.ShowsAsync("[role=status]", "100% prontos: 2 de 2 jobs em 7 dias.");
        await server.Client.RunAsync("probe", Payloads.Probe("fails:AUTH_CAPTCHA"));
        await page.ShowsAsync("[role=status]", "66,7% prontos: 2 de 3 jobs em 7 dias.");
        page.AssertClean();
    }

    // Whether anything is on each of them.
    private const string Drawn =
        "[...document.querySelectorAll('.plot canvas')].map((one) => one.getContext('2d').getImageData(0, 0, one.width, one.height).data.some((value) => value > 0))";

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
}
