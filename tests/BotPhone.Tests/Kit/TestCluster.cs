using System.Collections.Concurrent;

namespace BotPhone.Tests.Kit;

/// <summary>What makes a server a node of a cluster of its own: a database, a bucket, and what nodes have in common.</summary>
internal static class TestCluster
{
    /// <summary>Set to any value, every server that does not say otherwise is the only node of a cluster: all that one server does, a node does too.</summary>
    public const string Variable = "BOTPHONE_TEST_CLUSTER";

    private const string AuthSecret = "um segredo que todos os nós do teste têm";
    private const string Key = "c2V0ZSBjaGF2ZXMgZ3VhcmRhbSBvIGNvZnJlIGRlbGE=";
    private static readonly Lazy<S3Server> Documents = new(() =>
    {
        var server = new S3Server();
        server.StartAsync().GetAwaiter().GetResult();
        return server;
    });

    private static readonly ConcurrentDictionary<string, string[]> Known = [];

    /// <summary>Whether it is set.</summary>
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable(Variable) is not null;

    /// <summary>The settings of a server, unless tests run as ever. One on the same data is on the same database.</summary>
    public static string[] Settings(string[] settings) => !IsOn ? []
        : settings.FirstOrDefault(setting => setting.StartsWith("--Data:Path=", StringComparison.Ordinal)) is { } data ? Known.GetOrAdd(data, _ => NewSettings(SharedPostgres.CreateDatabase()))
        : NewSettings(SharedPostgres.CreateDatabase());

    /// <summary>The settings of nodes on a database, with a bucket that nobody else has.</summary>
    public static string[] NewSettings(string database) =>
    [
        "--Cluster:Provider=postgres", $"--Cluster:ConnectionString={database}",
        $"--Auth:Secret={AuthSecret}", $"--Secrets:Key={Key}", .. Documents.Value.Settings(),
    ];

    public static async Task EndAsync()
    {
        if (!Documents.IsValueCreated) return;
        await Documents.Value.KillAsync();
        Documents.Value.Dispose();
    }
}
