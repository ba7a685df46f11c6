using System.Net;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Contract;

/// <summary>Contract §5: <c>botphone token issue|renew|verify</c>.</summary>
public sealed class Section5_Token_commands : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task They_are_accepted_by_the_server_on_the_same_data()
    {
        var token = await IssueAsync();
        await using var server = await PublishedServer.StartAsync(_folder);
        using var client = new ApiClient(server.Address, token);
        var body = await client.GetAsync("/auth/token");
        Assert.InRange((int)body["expires_in"]!, 525_590, 525_600);

        using var stranger = new ApiClient(server.Address, token[..^3]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.SendAsync(HttpMethod.Get, "/jobs")).Status);
    }

    [Fact]
    public async Task A_valid_one_is_verified_and_renewed()
    {
        var token = await IssueAsync("--days", "3");
        var verified = await PublishedServer.RunAsync(_folder, "token", "verify", token);
        Assert.Equal(0, verified.ExitCode);
        Assert.StartsWith("Token válido: sub=ana, expira em ", verified.Output, StringComparison.Ordinal);

        var renewed = await PublishedServer.RunAsync(_folder, "token", "renew", token);
        Assert.Equal(0, renewed.ExitCode);
        Assert.NotEqual(token, renewed.Output.Trim());
        Assert.Equal(0, (await PublishedServer.RunAsync(_folder, "token", "verify", renewed.Output.Trim())).ExitCode);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("renew")]
    public async Task A_wrong_one_is_refused(string command)
    {
        var (exitCode, output, error) = await PublishedServer.RunAsync(_folder, "token", command, "not.a.token");
        Assert.Equal((1, "", "Token inválido ou expirado"), (exitCode, output, error.Trim()));
    }

    [Theory]
    [InlineData("token", "issue", "--subject", "ana")]
    [InlineData("serve", "--Urls=http://127.0.0.1:0")]
    public async Task A_secret_that_makes_no_sense_is_said_in_one_line(params string[] command)
    {
        Directory.CreateDirectory(_folder.File("data"));
        await File.WriteAllTextAsync(_folder.File("data/auth.secret"), "curto");
        AssertOneLine("auth.secret", await PublishedServer.RunAsync(_folder, command));
        AssertOneLine("Auth:Secret", await PublishedServer.RunAsync(_folder, [.. command, "--Auth:Secret=curto"]));

        static void AssertOneLine(string names, (int ExitCode, string Output, string Error) result)
        {
            Assert.Equal((1, ""), (result.ExitCode, result.Output));
            Assert.Contains(names, Assert.Single(result.Error.Trim().Split('\n')), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_generated_secret_is_readable_by_its_owner_only()
    {
        await IssueAsync();
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File("data/auth.secret")));
    }

    private async Task<string> IssueAsync(params string[] more)
    {
        var (exitCode, output, error) = await PublishedServer.RunAsync(_folder, ["token", "issue", "--subject", "ana", .. more]);
        Assert.True(exitCode == 0, error);
        return output.Trim();
    }
}
