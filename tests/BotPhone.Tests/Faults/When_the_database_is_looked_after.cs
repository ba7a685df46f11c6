using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Faults;

/// <summary><c>botphone db check|backup|compact</c>.</summary>
[Trait("Keeps", "files")]
public sealed class When_the_database_is_looked_after : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public When_the_database_is_looked_after() => _folder.Drop("Probe");

    private string[] Settings => [$"--Operators:Settings:PROBE:Effects={_folder.File("effects")}"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_is_read_whole_copied_and_compacted()
    {
        var token = await PublishedServer.TokenAsync(_folder);
        string id;
        await using (var server = await PublishedServer.StartAsync(_folder, Settings))
        {
            using var client = new ApiClient(server.Address, token);
            id = (string)(await client.RunAsync("probe", Payloads.Probe("chatters:300:200")))["job_id"]!;

            var busy = await PublishedServer.RunAsync(_folder, "db", "check");
            Assert.Equal(1, busy.ExitCode);
            Assert.Contains("já está em uso por outro BotPhone", busy.Error, StringComparison.Ordinal);
            await server.StopAsync();
        }

        var check = await PublishedServer.RunAsync(_folder, "db", "check");
        Assert.Equal(("", 0), (check.Error, check.ExitCode));
        Assert.Contains("jobs: 1", check.Output, StringComparison.Ordinal);
        Assert.Contains("O banco está são", check.Output, StringComparison.Ordinal);

        var backup = await PublishedServer.RunAsync(_folder, "db", "backup", _folder.File("copia.db"));
        Assert.Equal(("", 0), (backup.Error, backup.ExitCode));
        Assert.Equal(await File.ReadAllBytesAsync(_folder.File("data/botphone.db")), await File.ReadAllBytesAsync(_folder.File("copia.db")));

        var compact = await PublishedServer.RunAsync(_folder, "db", "compact");
        Assert.Equal(("", 0), (compact.Error, compact.ExitCode));
        Assert.True(new FileInfo(_folder.File("data/botphone.db")).Length <= new FileInfo(_folder.File("copia.db")).Length, compact.Output);
        await using (var server = await PublishedServer.StartAsync(_folder, Settings))
        {
            using var client = new ApiClient(server.Address, token);
            Assert.Equal("COMPLETED", (string)(await client.StatusAsync(id))["status"]!);
        }
    }

    [Fact]
    public async Task Damage_is_found()
    {
        await using (var server = await PublishedServer.StartAsync(_folder, Settings)) await server.StopAsync();
        await using (var file = new FileStream(_folder.File("data/botphone.db"), FileMode.Open)) file.SetLength(file.Length - 8192);
        var (exitCode, _, error) = await PublishedServer.RunAsync(_folder, "db", "check");
        Assert.Equal(1, exitCode);
        Assert.StartsWith("O banco está danificado: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_one_they_say_so()
    {
        foreach (string[] command in new[] { new[] { "db", "check" }, ["db", "compact"], ["db", "backup", _folder.File("copia.db")] })
        {
            var (exitCode, _, error) = await PublishedServer.RunAsync(_folder, command);
            Assert.Equal(1, exitCode);
            Assert.Contains("Não há banco de jobs em", error, StringComparison.Ordinal);
        }
    }
}
