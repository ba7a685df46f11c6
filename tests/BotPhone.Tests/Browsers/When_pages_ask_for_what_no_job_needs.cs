using System.Collections.Concurrent;
using System.Text;
using BotPhone.Operators;
using BotPhone.PortalSimulator.Oi;
using BotPhone.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace BotPhone.Tests.Browsers;

public class When_pages_ask_for_what_no_job_needs
{
    private const string Page = "<img src='/figura.png'><img src='/letra.woff2?v=2'><script src='/medidor.js'></script><p>sem acesso";

    private static readonly string[] Files = ["figura.png", "letra.woff2", "medidor.js"];

    [Fact]
    public Task The_portal_is_asked_for_all_that_is_not_blocked() => AssertAskedAsync(Files);

    /// <summary>As <c>operator.json</c> says, or the configuration in its place.</summary>
    [Fact]
    public Task What_is_blocked_is_not_asked_for() => AssertAskedAsync(["figura.png"], "*.woff2*", "*/medidor.js");

    [Theory]
    [InlineData("\"*.woff2\"", "BlockedUrls deve ser uma lista de textos")]
    [InlineData("[ 1 ]", "BlockedUrls traz '1'")]
    [InlineData("[ \"\" ]", "BlockedUrls traz ''")]
    [InlineData("[ \"*.woff2\", \"*://*/*\" ]", "BlockedUrls traz '*://*/*'")]
    public void Who_would_block_everything_is_rejected(string urls, string reason) => Assert.StartsWith(
        $"operator.json: {reason}",
        Assert.Throws<RejectedException>(() => OperatorSettings.Read(null, Encoding.UTF8.GetBytes($$"""{ "BlockedUrls": {{urls}} }"""), new ConfigurationBuilder().Build().GetSection("X"))).Message,
        StringComparison.Ordinal);

    private static async Task AssertAskedAsync(string[] asked, params string[] blocked)
    {
        var seen = new ConcurrentBag<string>();
        await using var site = await Site.StartAsync(
            app =>
            {
                foreach (var file in Files)
                {
                    app.MapGet($"/{file}", () =>
                    {
                        seen.Add(file);
                        return Results.Ok();
                    });
                }
            },
            ("/", Page));
        await using var oi = await PortalServer.StartAsync(
            "Oi", [$"--Operators:Settings:OI:Address={site.Address}", "--Browser:ElementTimeout=00:00:03", .. blocked.Select((url, at) => $"--Operators:Settings:OI:BlockedUrls:{at}={url}")]);
        var status = await oi.RunAsync(OiData.Simple);
        Assert.True((string?)status["error_code"] == "NAV_LAYOUT_ALTERADO", status.ToJsonString());
        Assert.Equal(asked, seen.Order());
    }
}
