using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Faults;

/// <summary>It is set aside with a message that says what to do, and never silently begun anew.</summary>
[Trait("Keeps", "files")]
public sealed class When_the_database_is_damaged : IDisposable
{
    private const int Page = 8192;
    private readonly TemporaryFolder _folder = new();

    public When_the_database_is_damaged() => _folder.Drop("Probe");

    private string Database => _folder.File("data/botphone.db");

    private string Copy => _folder.File("data/backup/botphone.db");

    private string[] Settings => [$"--Operators:Settings:PROBE:Effects={_folder.File("effects")}"];

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, Action<FileStream>> Damages => new()
    {
        { "cut", file => file.SetLength(file.Length - (2 * Page)) },
        { "cut within a page", file => file.SetLength(file.Length - 100) },
        { "emptied", file => file.SetLength(0) },
        { "its beginning zeroed", file => Zero(file, 0, Page) },
        { "a page in the middle zeroed", file => Zero(file, 3 * Page, Page) },
        { "all of it zeroed", file => Zero(file, 0, (int)file.Length) },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task It_is_set_aside_and_the_copy_can_take_its_place(string what, Action<FileStream> damage)
    {
        var token = await PublishedServer.TokenAsync(_folder);
        string id;
        await using (var server = await PublishedServer.StartAsync(_folder, Settings))
        {
            using var client = new ApiClient(server.Address, token);
            id = (string)(await client.RunAsync("probe", Payloads.Probe("ok")))["job_id"]!;
            await server.StopAsync();
        }

        // Each start keeps a copy of what it found good.
        await using (var server = await PublishedServer.StartAsync(_folder, Settings)) await server.StopAsync();
        await using (var file = new FileStream(Database, FileMode.Open)) damage(file);
        var damaged = await File.ReadAllBytesAsync(Database);

        // Said in a line, and said again until someone decides.
        for (var start = 0; start < 2; start++)
        {
            var (exitCode, _, error) = await PublishedServer.RunAsync(_folder, "serve", "--Urls=http://127.0.0.1:0");
            Assert.Equal(1, exitCode);
            var line = Assert.Single(error.Trim().Split('\n'));
            Assert.Contains("danificado", line, StringComparison.Ordinal);
            Assert.Contains(Copy, line, StringComparison.Ordinal);
            Assert.False(File.Exists(Database), what);
            Assert.Equal(damaged, await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(_folder.File("data"), "botphone.db.damaged-*"))));
        }

        File.Copy(Copy, Database);
        await using (var server = await PublishedServer.StartAsync(_folder, Settings))
        {
            using var client = new ApiClient(server.Address, token);
            Assert.Equal("COMPLETED", (string)(await client.StatusAsync(id))["status"]!);
        }
    }

    /// <summary>What had been waiting when the copy was made, and has ended since, is not done a second time.</summary>
    [Fact]
    public async Task A_copy_runs_no_job_twice()
    {
        var token = await PublishedServer.TokenAsync(_folder);
        string id;
        await using (var server = await PublishedServer.StartAsync(_folder, Settings))
        {
            using var client = new ApiClient(server.Address, token);
            id = await client.SubmitAsync("probe", Payloads.Probe("waits"));
            await Until.TrueAsync(() => File.Exists(_folder.File("effects")), "the job runs");
            await server.KillAsync();
        }

        File.WriteAllText(_folder.File("effects.open"), "");
        await using (var server = await PublishedServer.StartAsync(_folder, Settings))
        {
            using var client = new ApiClient(server.Address, token);
            Assert.Equal("COMPLETED", (string)(await client.EndOfAsync(id))["status"]!);
            // What the job asked for is erased after it has ended.
            await server.StopAsync();
        }

        var runs = File.ReadAllLines(_folder.File("effects")).Length;
        File.Copy(Copy, Database, overwrite: true);
        File.Delete(_folder.File("data/botphone-log.db"));
        await using (var server = await PublishedServer.StartAsync(_folder, Settings))
        {
            using var client = new ApiClient(server.Address, token);
            var status = await client.EndOfAsync(id);
            Assert.Equal(("FAILED", "INTERROMPIDO"), ((string)status["status"]!, (string)status["error_code"]!));
        }

        Assert.Equal(runs, File.ReadAllLines(_folder.File("effects")).Length);
    }

    [Fact]
    public async Task One_that_another_process_holds_is_said_in_one_line()
    {
        Directory.CreateDirectory(_folder.File("data"));
        await using (var server = await PublishedServer.StartAsync(_folder, Settings)) await server.StopAsync();
        await using var held = new FileStream(Database, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var (exitCode, _, error) = await PublishedServer.RunAsync(_folder, "serve", "--Urls=http://127.0.0.1:0");
        Assert.Equal(1, exitCode);
        Assert.Contains(Database, Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    private static void Zero(FileStream file, long at, int length)
    {
        file.Position = at;
        file.Write(new byte[length]);
    }
}
