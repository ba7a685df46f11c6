using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace BotPhone.Tests.Kit;

/// <summary>Several published servers on one database and one bucket, each with a folder of its own.</summary>
internal sealed class ClusterOfNodes : IAsyncDisposable
{
    private readonly IReadOnlyList<string> _plugins;
    private readonly string[] _settings;
    private readonly List<TemporaryFolder> _folders = [];
    // Good on all nodes.
    private readonly Lazy<Task<string>> _token;

    private ClusterOfNodes(IReadOnlyList<string> plugins, string[] settings)
    {
        (_plugins, _settings) = (plugins, settings);
        _token = new Lazy<Task<string>>(IssueTokenAsync);
    }

    public List<ClusterNode> Nodes { get; } = [];

    /// <param name="count">How many nodes.</param>
    /// <param name="database">Whose; null for one of the shared server.</param>
    /// <param name="settings">For all of them.</param>
    public static Task<ClusterOfNodes> StartAsync(int count, string? database = null, params string[] settings) =>
        StartWithAsync(["Probe", "Once", "Single"], count, database, settings);

    /// <inheritdoc cref="StartAsync"/>
    /// <param name="plugins">What each node has loaded.</param>
    public static async Task<ClusterOfNodes> StartWithAsync(IReadOnlyList<string> plugins, int count, string? database, string[] settings)
    {
        var cluster = new ClusterOfNodes(plugins, [
            .. TestCluster.NewSettings(database ?? SharedPostgres.CreateDatabase()), "--Jobs:RetryPause=00:00:00", "--Jobs:OutagePause=00:00:00", "--Logging:LogLevel:BotPhone=Information", .. settings]);
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => cluster.AddNodeAsync()));
        return cluster;
    }

    /// <summary>Starts a node more.</summary>
    /// <param name="program">The folder of its program; null for this version's.</param>
    /// <param name="name">What it is called; null for a name that no node had.</param>
    /// <param name="settings">For it alone.</param>
    public async Task<ClusterNode> AddNodeAsync(string? program = null, string? name = null, params string[] settings)
    {
        var folder = new TemporaryFolder();
        lock (_folders) _folders.Add(folder);
        foreach (var plugin in _plugins) folder.Drop(plugin);
        name ??= $"n{Guid.NewGuid():N}";
        var effects = folder.File("effects");
        var server = await PublishedServer.StartFromAsync(
            program ?? Repository.Published, folder, [.. _settings, .. settings, $"--Cluster:Node={name}", $"--Operators:Settings:PROBE:Effects={effects}", $"--Operators:Settings:ONCE:Effects={effects}", $"--Operators:Settings:SINGLE:Visits={effects}.visits"]);
        var token = await _token.Value;
        var node = new ClusterNode(name, server, new ApiClient(server.Address, token), token, effects);
        lock (Nodes) Nodes.Add(node);
        return node;
    }

    /// <summary>How often operators ran for a filter, on all nodes.</summary>
    public int RunsOf(string filter) => Nodes.Sum(node => node.Runs().Count(run => run == filter));

    /// <summary>When which login was in the portal of <c>SINGLE</c>, on all nodes.</summary>
    public IReadOnlyList<(string Login, long Begin, long End)> Visits() => [.. Nodes.SelectMany(node => node.Visits())];

    /// <summary>No login was in twice at the same time.</summary>
    public static void AssertOneVisitAtATime(IEnumerable<(string Login, long Begin, long End)> visits)
    {
        foreach (var login in visits.GroupBy(visit => visit.Login))
        {
            var inOrder = login.OrderBy(visit => visit.Begin).ToList();
            Assert.All(inOrder.Zip(inOrder.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Begin, $"{login.Key} was in twice"));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes) await node.DisposeAsync();
        foreach (var folder in _folders) folder.Dispose();
    }

    private async Task<string> IssueTokenAsync()
    {
        using var folder = new TemporaryFolder();
        return await PublishedServer.TokenAsync(folder, _settings);
    }
}

/// <param name="Name">As the cluster knows it.</param>
/// <param name="Effects">Where its operators note each run.</param>
internal sealed record ClusterNode(string Name, PublishedServer Server, ApiClient Client, string Token, string Effects) : IAsyncDisposable
{
    public IReadOnlyList<string> Runs() => File.Exists(Effects) ? File.ReadAllLines(Effects) : [];

    /// <summary>When which login was in the portal of <c>SINGLE</c>.</summary>
    public IReadOnlyList<(string Login, long Begin, long End)> Visits() => !File.Exists(Effects + ".visits") ? []
        : [.. File.ReadAllLines(Effects + ".visits").Select(line => line.Split(' ')).Select(words => (words[0], long.Parse(words[1], CultureInfo.InvariantCulture), long.Parse(words[2], CultureInfo.InvariantCulture)))];

    /// <summary>A job as clients order it that ask again, for the same, where nobody answers.</summary>
    public static HttpRequestMessage Order(string route, string key, object payload)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/executar/{route}") { Content = JsonContent.Create(payload) };
        request.Headers.Add("Idempotency-Key", key);
        return request;
    }

    /// <returns>Null where another is to be asked: this one does not answer, or cannot at the moment.</returns>
    public async Task<JsonNode?> AskAsync(HttpRequestMessage request)
    {
        try
        {
            using (request)
            {
                using var answer = await Client.Http.SendAsync(request);
                if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) return null;
                var body = await answer.Content.ReadAsStringAsync();
                Assert.True(answer.StatusCode == HttpStatusCode.OK, body);
                return JsonNode.Parse(body);
            }
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Lets those go on that wait on this node.</summary>
    public void OpenGate() => File.WriteAllText(Effects + ".open", "");

    /// <summary>Those that come from now on wait again.</summary>
    public void CloseGate() => File.Delete(Effects + ".open");

    /// <summary>Stops its process where it is, as a machine does that hangs; it knows nothing of it.</summary>
    public void Pause() => Signal("STOP");

    public void Wake() => Signal("CONT");

    public async ValueTask DisposeAsync()
    {
        Wake();
        Client.Dispose();
        await Server.DisposeAsync();
    }

    private void Signal(string signal)
    {
        if (Server.HasEnded) return;
        using var kill = Process.Start("kill", [$"-{signal}", Server.ProcessId.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
