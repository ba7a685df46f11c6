using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotPhone.Tests.Kit;

/// <summary>A client of the server, over HTTP like any other.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;

    public ApiClient(Uri address, string? token)
    {
        _http = new HttpClient { BaseAddress = address };
        if (token is not null) _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public HttpClient Http => _http;

    public void Dispose() => _http.Dispose();

    public async Task<(HttpStatusCode Status, JsonNode Body)> SendAsync(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    public async Task<JsonNode> GetAsync(string path)
    {
        var (status, body) = await SendAsync(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.OK, status);
        return body;
    }

    /// <summary>Sends a job that must be accepted.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> SubmitAsync(string route, object payload)
    {
        var (status, body) = await SendAsync(HttpMethod.Post, $"/executar/{route}", JsonSerializer.Serialize(payload));
        Assert.True(status == HttpStatusCode.OK, body.ToJsonString());
        return (string)body["job_id"]!;
    }

    public Task<JsonNode> StatusAsync(string id) => GetAsync($"/status/{id}");

    /// <summary>The job's status once it has ended.</summary>
    public async Task<JsonNode> EndOfAsync(string id)
    {
        JsonNode? status = null;
        await Until.TrueAsync(
            async () => (string)(status = await StatusAsync(id))["status"]! is "COMPLETED" or "FAILED",
            $"the end of job {id}");
        return status!;
    }

    public async Task<JsonNode> RunAsync(string route, object payload) => await EndOfAsync(await SubmitAsync(route, payload));

    /// <summary>What the page was like when a job failed, for the message of a test.</summary>
    public async Task<string> EvidenceAsync(JsonNode status)
    {
        var texts = status["evidence"]!.AsArray().Select(key => (string)key!).Where(key => !key.EndsWith(".png", StringComparison.Ordinal));
        return string.Join('\n', await Task.WhenAll(texts.Select(key => Http.GetStringAsync($"/arquivos/{key}"))));
    }
}
