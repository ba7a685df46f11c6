using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Operators;

/// <summary>Real assemblies, good and bad, in a folder of a server that starts.</summary>
public class When_plugins_are_loaded
{
    [Fact]
    public async Task A_good_one_serves_and_its_payload_is_known()
    {
        await using var server = await TestServer.StartAsync();
        var operators = await server.Client.GetAsync("/operadoras");
        var probe = operators["operadoras"]!.AsArray().Single()!;
        Assert.Equal(("PROBE", "probe", "0.1.0", "loaded"), ((string)probe["code"]!, (string)probe["route"]!, (string)probe["version"]!, (string)probe["state"]!));
        Assert.Equal(["login", "senha", "filtro", "cnpj", "data_vencimento", "nome_arquivo", "apelido"], probe["payload"]!.AsArray().Select(field => (string)field!["name"]!));
        Assert.Empty(operators["rejeitadas"]!.AsArray());
    }

    [Fact]
    public async Task Several_serve_side_by_side()
    {
        await using var server = await TestServer.StartWithAsync(["Probe", "Claro", "Oi"]);
        var operators = await server.Client.GetAsync("/operadoras");
        Assert.Equal(["CLARO", "OI", "PROBE"], operators["operadoras"]!.AsArray().Select(one => (string)one!["code"]!));
        Assert.Empty(operators["rejeitadas"]!.AsArray());
    }

    [Theory]
    [InlineData("NoExports", "não exporta nenhuma operadora")]
    [InlineData("Explodes", "no licence for this machine")]
    [InlineData("Future", "foi feita para o BotPhone.Sdk 9.0.0, e este servidor tem o 0.1.0")]
    [InlineData("Twin", "já é de 'Probe'")]
    public async Task A_bad_one_is_reported_with_its_reason_and_the_others_serve(string plugin, string reason)
    {
        await using var server = await TestServer.StartWithAsync(["Probe", plugin]);
        await AssertRejectedAsync(server, plugin, reason);
    }

    [Fact]
    public async Task A_folder_with_anything_else_is_reported_with_its_reason()
    {
        using var folder = new TemporaryFolder();
        folder.Drop("Probe");
        Directory.CreateDirectory(folder.File("plugins/Empty"));
        Directory.CreateDirectory(folder.File("plugins/Corrupt"));
        await File.WriteAllTextAsync(folder.File("plugins/Corrupt/Corrupt.dll"), "MZ, but nothing behind it");
        Directory.CreateDirectory(folder.File("plugins/Stranger"));
        File.Copy(typeof(Xunit.Assert).Assembly.Location, folder.File("plugins/Stranger/Stranger.dll"));

        await using var server = await TestServer.StartWithAsync([], $"--Operators:Path={folder.File("plugins")}");
        await AssertRejectedAsync(server, "Empty", "falta o assembly Empty.dll");
        await AssertRejectedAsync(server, "Corrupt", "não é um assembly .NET válido");
        await AssertRejectedAsync(server, "Stranger", "não é uma operadora");
    }

    [Theory]
    [InlineData("{ \"Effects\": ", "operator.json")]
    [InlineData("{ \"Effects\": \"\", \"Patience\": \"soon\" }", "Patience")]
    [InlineData("{ \"Effects\": \"\", \"Efects\": \"\" }", "Efects")]
    [InlineData("[]", "não é um objeto JSON")]
    public async Task Settings_that_make_no_sense_are_reported(string json, string reason)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Drop("Probe"), "operator.json"), json);
        await using var server = await TestServer.StartWithAsync([], $"--Operators:Path={folder.File("plugins")}");
        var rejected = (await server.Client.GetAsync("/operadoras"))["rejeitadas"]!.AsArray().Single()!;
        Assert.Contains(reason, (string)rejected["reason"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_servers_cannot_share_their_data()
    {
        await using var server = await TestServer.StartAsync();
        var fault = await Assert.ThrowsAsync<BotPhone.Hosting.StartupException>(() => TestServer.StartWithAsync([], $"--Data:Path={server.DataPath}"));
        Assert.Contains("já está em uso por outro BotPhone", fault.Message, StringComparison.Ordinal);
    }

    private static async Task AssertRejectedAsync(TestServer server, string folder, string reason)
    {
        var operators = await server.Client.GetAsync("/operadoras");
        Assert.Equal(["PROBE"], operators["operadoras"]!.AsArray().Select(one => (string)one!["code"]!));
        Assert.Contains(reason, (string)operators["rejeitadas"]!.AsArray().Single(one => (string)one!["folder"]! == folder)!["reason"]!, StringComparison.Ordinal);
        Assert.Contains(reason, server.Log.Text, StringComparison.Ordinal);
    }
}
