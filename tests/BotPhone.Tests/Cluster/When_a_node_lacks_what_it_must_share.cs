using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Cluster;

/// <summary>A node that would keep something for itself does not start: what it took could be found by nobody else.</summary>
public sealed class When_a_node_lacks_what_it_must_share : IDisposable
{
    private const string Nowhere = "Host=127.0.0.1;Port=1;Username=botphone;Password=segredo-do-banco;Database=botphone";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Cluster:Provider", "--Cluster:Provider=etcd")]
    [InlineData("Cluster:ConnectionString", "--Cluster:Provider=postgres")]
    [InlineData("Cluster:ConnectionString", "--Cluster:Provider=postgres", "--Cluster:ConnectionString=nada")]
    [InlineData("Cluster:Node", "--Cluster:Node=")]
    [InlineData("Operators:Limits:OI", "--Operators:Limits:OI=nenhum")]
    [InlineData("Auth:Secret", "--Cluster:Provider=postgres", $"--Cluster:ConnectionString={Nowhere}")]
    [InlineData("Secrets:Certificate", "--Cluster:Provider=postgres", $"--Cluster:ConnectionString={Nowhere}", "--Auth:Secret=um segredo que todos os nós têm")]
    [InlineData("Artifacts:Provider", "--Cluster:Provider=postgres", $"--Cluster:ConnectionString={Nowhere}", "--Auth:Secret=um segredo que todos os nós têm", "--Secrets:Key=c2V0ZSBjaGF2ZXMgZ3VhcmRhbSBvIGNvZnJlIGRlbGE=")]
    public async Task It_says_so_in_one_line_and_ends(string key, params string[] settings)
    {
        var (exitCode, _, error) = await PublishedServer.RunAsync(_folder, ["serve", "--Urls=http://127.0.0.1:0", .. settings]);
        Assert.Equal(1, exitCode);
        Assert.Contains(key, Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("segredo-do-banco", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_named_without_its_password()
    {
        var (exitCode, _, error) = await PublishedServer.RunAsync(_folder, ["serve", "--Urls=http://127.0.0.1:0", .. TestCluster.NewSettings(Nowhere)]);
        Assert.Equal(1, exitCode);
        Assert.Contains("Cluster:ConnectionString: o PostgreSQL não pode ser usado", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("segredo-do-banco", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("db", "check")]
    [InlineData("db", "compact")]
    [InlineData("secrets", "rotate")]
    public async Task Commands_for_the_files_of_one_server_say_what_to_do_instead(params string[] command)
    {
        var (exitCode, output, error) = await PublishedServer.RunAsync(_folder, [.. command, "--Cluster:Provider=postgres", $"--Cluster:ConnectionString={Nowhere}"]);
        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("Em um cluster, ", error, StringComparison.Ordinal);
    }
}
