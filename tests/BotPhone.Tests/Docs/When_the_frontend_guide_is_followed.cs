using BotPhone.Jobs;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotPhone.Tests.Docs;

/// <summary>
/// <c>docs/frontend.pt-BR.md</c>: every snippet, in order, as a reader would type it, in a shell and in the console of a page of
/// another origin. A block below a snippet is what it must show; a snippet without one must show nothing. The page's line to the
/// server is a bad one: what is live must not care.
/// </summary>
[Collection(OneBrowserTestAtATime.Name)]
public class When_the_frontend_guide_is_followed
{
    private const string Name = "docs/frontend.pt-BR.md";
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, Name));

    [Fact]
    public async Task Every_snippet_shows_what_the_guide_says()
    {
        await using var page = await Site.StartAsync(("/", "<main></main>"));
        await using var oi = await PortalServer.StartAsync("Oi", $"--Cors:Origins={page.Address};https://painel.exemplo.com.br", "--Browser:PageTimeout=00:03:00");
        await using var line = BadLine.To(oi.Server.Address, new Cuts().Of);
        await using var session = await oi.Server.Services.GetRequiredService<IBrowsers>().OpenAsync(new SessionNeeds(PortalServer.ThisMachine, NullLogger.Instance), default);
        await session.Portal.GoAsync(page.Address);
        var console = new BrowserConsole(session.Portal.Driver);
        await console.RunAsync($"sessionStorage.setItem('servidor', '{Origin(line.Address)}'); sessionStorage.setItem('token', '{oi.Server.Token}')");
        using var bash = new BashSession(new Dictionary<string, string>
        {
            ["BOTPHONE"] = Origin(oi.Server.Address),
            ["Data__Path"] = oi.Server.DataPath,
            ["PATH"] = $"{Repository.Published}:{Environment.GetEnvironmentVariable("PATH")}",
            ["LC_ALL"] = "C.UTF-8",
            ["no_proxy"] = "*",
        });

        var faults = new List<string>();
        foreach (var snippet in Guide.Snippets(Text))
        {
            var shown = snippet.Code.Language == "bash" ? await bash.RunAsync(snippet.Code.Text) : await console.RunAsync(snippet.Code.Text);
            if (Shown.Otherwise(snippet.Shows, shown) is { } other) faults.Add($"{Name}:{snippet.Code.Line} shows\n{other}");
        }

        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
        Assert.Equal(2, line.Requests.Count(Cuts.IsStream));
        Assert.Equal(4, line.Requests.Count(Cuts.IsSocket));
    }

    [Fact]
    public void Every_error_code_is_explained()
    {
        foreach (var code in ErrorCode.All) Assert.Contains($"| `{code.Name}` | {code.Explanation} | {code.Advice} |\n", Text, StringComparison.Ordinal);
    }

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);

    /// <summary>Cuts the stream of all jobs, and the first socket that comes back by itself, a few lines after they begin.</summary>
    private sealed class Cuts
    {
        private int _streams;
        private int _sockets;

        public static bool IsStream(string request) => request.Contains("/events/logs?operadora=", StringComparison.Ordinal);

        public static bool IsSocket(string request) => request.Contains("/ws/notifications", StringComparison.Ordinal);

        public Harm? Of(string request) =>
            (IsStream(request) && ++_streams == 1) || (IsSocket(request) && ++_sockets == 2) ? new Harm(CutAfter: 1000) : null;
    }
}
