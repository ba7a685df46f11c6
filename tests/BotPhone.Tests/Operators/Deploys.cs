using System.Text.Json.Nodes;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Operators;

/// <summary>What a person does to the operators' folder of a running server, and what a client sees of it.</summary>
internal static class Deploys
{
    public static readonly object Request = new { login = "a", senha = "s3nh@-Única", filtro = "12345678", cnpj = "11.222.333/0001-81" };

    /// <summary>A server with version 1.0.0 of an operator that other versions are there of.</summary>
    public static Task<TestServer> StartAsync(params string[] settings) => TestServer.StartWithAsync(["Swap"], settings);

    public static string PathOf(this TestServer server, string entry) => server.Folder.File($"plugins/{entry}");

    public static void Deploy(this TestServer server, string project, string entry = "Swap") => server.Folder.Drop(project, entry);

    public static void Configure(this TestServer server, string word) =>
        File.WriteAllText(Path.Combine(server.PathOf("Swap"), "operator.json"), $$"""{ "Address": "{{server.Address}}", "Word": "{{word}}" }""");

    public static async Task<JsonNode?> ServingAsync(this TestServer server, string code = "SWAP") =>
        (await server.Client.GetAsync("/operadoras"))["operadoras"]!.AsArray().FirstOrDefault(one => (string)one!["code"]! == code);

    public static Task ServesAsync(this TestServer server, string version, string code = "SWAP") =>
        Until.TrueAsync(async () => (string?)(await server.ServingAsync(code))?["version"] == version, $"{code} {version} serves");

    /// <summary>Why an entry does not serve, once it is told.</summary>
    public static async Task<string> RejectionAsync(this TestServer server, string entry)
    {
        JsonNode? rejected = null;
        await Until.TrueAsync(
            async () => (rejected = (await server.Client.GetAsync("/operadoras"))["rejeitadas"]!.AsArray().FirstOrDefault(one => (string)one!["folder"]! == entry)) is not null,
            $"{entry} is rejected");
        return (string)rejected!["reason"]!;
    }

    /// <summary>What a job said of the version on which it ran.</summary>
    public static async Task<string> RunAsync(this TestServer server)
    {
        var status = await server.Client.RunAsync("swap", Request);
        Assert.True((string)status["status"]! == "COMPLETED", status.ToJsonString());
        return WordsOf(status);
    }

    public static string WordsOf(JsonNode status) =>
        (string)status["logs"]!.AsArray().Single(line => ((string)line!["message"]!).StartsWith("Começou", StringComparison.Ordinal))!["message"]!;
}
