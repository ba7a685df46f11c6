using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using BotPhone.Jobs;
using Microsoft.Extensions.Options;

namespace BotPhone.Browsers.Remote;

/// <summary>The Selenium Grid of <c>Browser:RemoteUrl</c>. Its sessions bear the name of the server that began them, so that those of one that is gone are found.</summary>
internal sealed class BrowserGrid(IOptions<BrowserOptions> options, ServerName name, INodes nodes, ILogger<BrowserGrid> log) : IDisposable
{
    /// <summary>The capability under which a Grid keeps what a session is called.</summary>
    public const string Name = "se:name";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan, BaseAddress = new Uri($"{options.Value.RemoteUrl!.TrimEnd('/')}/") };

    public Uri Address => _http.BaseAddress!;

    /// <summary>What this server's sessions are called.</summary>
    public string OwnName => name.Own;

    /// <summary>Where the Grid's browsers reach this machine: as the settings say, or by the way that leads from here to the Grid.</summary>
    public IPAddress GateAddress
    {
        get
        {
            if (options.Value.GateAddress is { } address) return IPAddress.Parse(address);
            using var way = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            way.Connect(Address.IdnHost, Address.Port);
            return ((IPEndPoint)way.LocalEndPoint!).Address;
        }
    }

    /// <summary>Asks for a file that a session has downloaded.</summary>
    /// <exception cref="HttpRequestException">It does not come.</exception>
    public async Task<HttpResponseMessage> GetFileAsync(string session, string file, CancellationToken cancellation)
    {
        var answer = await _http.GetAsync(new Uri($"{FilesOf(session)}/{Uri.EscapeDataString(file)}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (answer.IsSuccessStatusCode) return answer;
        using (answer) throw new HttpRequestException($"a Grid respondeu HTTP {(int)answer.StatusCode} em vez do arquivo");
    }

    /// <summary>Removes what a session has downloaded.</summary>
    /// <exception cref="HttpRequestException">The Grid does not do it.</exception>
    public Task EraseFilesAsync(string session) => DeleteAsync(FilesOf(session));

    /// <summary>Ends a session, whatever its browser does.</summary>
    public async Task EndAsync(string session)
    {
        try
        {
            await DeleteAsync(PathOf(session));
        }
        catch (HttpRequestException exception)
        {
            BrowsersLog.SessionStays(log, session, exception.Message);
        }
    }

    /// <summary>Ends what an earlier life of this server has left.</summary>
    public Task EndOwnAsync() => EndAllAsync(owner => owner == name.Own);

    /// <summary>Ends what the nodes of this cluster have left that are not there any more.</summary>
    public async Task EndThoseOfGoneNodesAsync()
    {
        var there = (await nodes.ListAsync()).Where(node => node.State != NodeState.Gone).Select(node => name.Of(node.Name)).ToHashSet();
        await EndAllAsync(owner => name.IsOfCluster(owner) && !there.Contains(owner));
    }

    public void Dispose() => _http.Dispose();

    private static string PathOf(string session) => $"session/{Uri.EscapeDataString(session)}";

    private static string FilesOf(string session) => $"{PathOf(session)}/se/files";

    private async Task DeleteAsync(string path)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            using var answer = await _http.DeleteAsync(new Uri(path, UriKind.Relative), patience.Token);
            if (answer.StatusCode != HttpStatusCode.NotFound) answer.EnsureSuccessStatusCode();
        }
        catch (OperationCanceledException exception)
        {
            throw new HttpRequestException($"sem resposta em {Patience.TotalSeconds:0} s", exception);
        }
    }

    private async Task EndAllAsync(Func<string, bool> isLeft)
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            var status = JsonNode.Parse(await _http.GetStringAsync(new Uri("status", UriKind.Relative), patience.Token));
            var left = SessionsIn(status).Where(session => isLeft(session.Owner)).ToList();
            await Task.WhenAll(left.Select(session => EndAsync(session.Id)));
            foreach (var (session, owner) in left) BrowsersLog.SessionEnded(log, session, owner);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or System.Text.Json.JsonException)
        {
            BrowsersLog.GridSilent(log, Address, exception.Message);
        }
    }

    private static IEnumerable<(string Id, string Owner)> SessionsIn(JsonNode? status) =>
        from node in Items(status?["value"]?["nodes"])
        from slot in Items(node["slots"])
        let session = slot["session"]
        let owner = (string?)session?["capabilities"]?[Name]
        where owner is not null
        select ((string)session["sessionId"]!, owner);

    private static IEnumerable<JsonNode> Items(JsonNode? array) => (array as JsonArray)?.OfType<JsonNode>() ?? [];
}
