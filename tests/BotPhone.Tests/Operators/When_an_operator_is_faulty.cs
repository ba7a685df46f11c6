using System.Reflection.PortableExecutable;
using System.Text.Json.Nodes;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Operators;

/// <summary>Whatever an operator does: the server lives, the others' jobs are untouched, and the reason is told.</summary>
public class When_an_operator_is_faulty
{
    [Theory]
    [InlineData("now")]
    [InlineData("later")]
    public async Task What_it_throws_ends_its_job_and_no_other(string fault)
    {
        await using var server = await TestServer.StartWithAsync(["Swap", "Faulty"]);
        var status = await RunAsync(server, fault);
        Assert.Equal("PLUGIN_FALHOU", (string)status["error_code"]!);
        Assert.EndsWith("com um", await server.RunAsync(), StringComparison.Ordinal);
    }

    /// <summary>In a process of its own, since that is what would end.</summary>
    [Theory]
    [InlineData("stray", "NAV_FATURA_NAO_ENCONTRADA")]
    [InlineData("allocates", "PLUGIN_FALHOU")]
    public async Task What_would_end_the_process_ends_its_job_only(string fault, string code)
    {
        using var folder = new TemporaryFolder();
        folder.Drop("Swap");
        folder.Drop("Faulty");
        await using var server = await PublishedServer.StartAsync(folder, new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = "0x18000000" });
        var token = await PublishedServer.TokenAsync(folder);
        using var client = new ApiClient(server.Address, token);
        Assert.Equal(code, (string)(await client.RunAsync("FAULTY", Request(fault)))["error_code"]!);
        Assert.Equal("COMPLETED", (string)(await client.RunAsync("swap", Deploys.Request))["status"]!);
        if (fault == "stray") await Until.TrueAsync(() => server.Log.Any(line => line.Contains("Faulty lançou uma exceção fora de qualquer job", StringComparison.Ordinal)), "it is logged");
    }

    [Fact]
    public async Task It_gets_the_libraries_that_it_brings_and_the_SDK_of_the_server()
    {
        await using var server = await TestServer.StartWithAsync(["Faulty"]);
        foreach (var own in new[] { "BotPhone.Sdk.dll", "WebDriver.dll" })
            if (File.Exists(Path.Combine(AppContext.BaseDirectory, own))) File.Copy(Path.Combine(AppContext.BaseDirectory, own), Path.Combine(server.PathOf("Faulty"), own));
        await Until.TrueAsync(() => server.Log.Text.Contains("no lugar da", StringComparison.Ordinal), "the version with an SDK of its own serves");
        var status = await RunAsync(server, "brings");
        Assert.Equal("NAV_FATURA_NAO_ENCONTRADA", (string)status["error_code"]!);
        Assert.Contains(status["logs"]!.AsArray(), line => (string)line!["message"]! == "parte, Polly.Core 8.0.0.0");
        Assert.NotEqual("8.5.2", FileVersionOf(typeof(Polly.ResiliencePipeline).Assembly.Location));
    }

    [Fact]
    public async Task One_whose_file_is_cut_lacks_a_part_or_has_native_code_is_refused_by_its_bytes()
    {
        await using var server = await TestServer.StartAsync();
        await ChangeAsync(server, "Cut", "Swap", bytes => bytes[..(bytes.Length / 2)]);
        Assert.Contains("Cut.dll não é um assembly .NET válido", await server.RejectionAsync("Cut"), StringComparison.Ordinal);

        await ChangeAsync(server, "Native", "Swap", WithNativeCode);
        Assert.Contains("Native.dll traz código nativo ou de outra plataforma", await server.RejectionAsync("Native"), StringComparison.Ordinal);

        var incomplete = server.Folder.Drop("Faulty", "../beside");
        File.Delete(Path.Combine(incomplete, "FaultyParts.dll"));
        Directory.Move(incomplete, server.PathOf("Faulty"));
        Assert.Contains("falta FaultyParts.dll", await server.RejectionAsync("Faulty"), StringComparison.Ordinal);
        Assert.NotNull(await server.ServingAsync("PROBE"));
    }

    [Fact]
    public async Task One_that_cannot_leave_the_memory_is_told()
    {
        await using var server = await TestServer.StartWithAsync(["Probe", "Faulty"]);
        await RunAsync(server, "leaks");
        Directory.Delete(server.PathOf("Faulty"), recursive: true);
        await Until.TrueAsync(() => server.Log.Text.Contains("Operadora FAULTY 0.1.0 não sai da memória", StringComparison.Ordinal), "the leak is told");
        var leaving = (await server.Client.GetAsync("/operadoras"))["saindo"]!.AsArray();
        Assert.Equal("FAULTY", (string)Assert.Single(leaving)!["code"]!);
    }

    private static object Request(string fault) => new { login = "a", senha = "s3nh@-Única", filtro = fault, cnpj = "11.222.333/0001-81" };

    private static Task<JsonNode> RunAsync(TestServer server, string fault) => server.Client.RunAsync("FAULTY", Request(fault));

    private static string? FileVersionOf(string path) => System.Diagnostics.FileVersionInfo.GetVersionInfo(path).ProductVersion?.Split('+')[0];

    private static async Task ChangeAsync(TestServer server, string entry, string project, Func<byte[], byte[]> change)
    {
        var beside = Directory.CreateDirectory(server.Folder.File(entry)).FullName;
        await File.WriteAllBytesAsync(Path.Combine(beside, $"{entry}.dll"), change(await File.ReadAllBytesAsync(Path.Combine(Repository.OutputOf(project), $"{project}.dll"))));
        Directory.Move(beside, server.PathOf(entry));
    }

    // The flag that says that there is nothing but managed code, taken away.
    private static byte[] WithNativeCode(byte[] assembly)
    {
        using var image = new PEReader(new MemoryStream(assembly));
        const int FlagsOffset = 16;
        assembly[image.PEHeaders.CorHeaderStartOffset + FlagsOffset] &= 0xFE;
        return assembly;
    }
}
