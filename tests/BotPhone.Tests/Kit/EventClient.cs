using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace BotPhone.Tests.Kit;

/// <summary>A client of <c>GET /events/logs</c>: keeps what it has read, until a condition holds.</summary>
internal sealed class EventClient : IAsyncDisposable
{
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private EventClient(HttpClient http, HttpResponseMessage response, Stream stream)
    {
        _http = http;
        _response = response;
        _items = SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();
    }

    public List<(string Id, string Event, JsonNode Data)> Seen { get; } = [];

    public IEnumerable<JsonNode> Logs => Of("log");

    public IReadOnlyList<string> Messages => [.. Logs.Select(log => (string)log["message"]!)];

    public string LastId { get; private set; } = "";

    public HttpResponseMessage Response => _response;

    public static async Task<EventClient> OpenAsync(Uri server, string query = "", string? token = null, string? lastEventId = null)
    {
        var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server, "/events/logs" + query));
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var client = new EventClient(http, response, await response.Content.ReadAsStreamAsync());
        return client;
    }

    public IEnumerable<JsonNode> Of(string type) => Seen.Select(item => item.Data).Where(data => (string)data["type"]! == type);

    /// <summary>Reads on until the condition holds.</summary>
    public async Task UntilAsync(Func<bool> condition, string what)
    {
        while (!condition())
        {
            if (!await NextAsync()) throw new InvalidOperationException($"The stream ended before: {what}. Seen: {string.Join('\n', Seen.Select(item => item.Data.ToJsonString()))}");
        }
    }

    public Task UntilLogAsync(string message) => UntilAsync(() => Messages.Any(seen => seen.Contains(message, StringComparison.Ordinal)), message);

    /// <summary>Reads one event.</summary>
    /// <returns>False when the server has ended the stream.</returns>
    public async Task<bool> NextAsync()
    {
        if (!await _items.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(4))) return false;
        var item = _items.Current;
        if (item.EventId is not null) LastId = item.EventId;
        Seen.Add((item.EventId ?? "", item.EventType, JsonNode.Parse(item.Data)!));
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        _response.Dispose();
        _http.Dispose();
        await ValueTask.CompletedTask;
    }
}
