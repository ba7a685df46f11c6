using System.Collections.Concurrent;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace BotPhone.Tests.Kit;

/// <summary>An API of processos that answers as a test says; whatever nobody said is 404.</summary>
internal sealed class ProcessoApi : IDisposable
{
    private readonly WireMockServer _server;
    private readonly ConcurrentQueue<ProcessoCall> _calls = new();
    private readonly ConcurrentDictionary<string, ProcessoAnswer> _answers = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ProcessoApi(int port)
    {
        _server = WireMockServer.Start(new WireMockServerSettings { Urls = [$"http://127.0.0.1:{port}"] });
        _server.Given(Request.Create().UsingAnyMethod()).RespondWith(Response.Create().WithCallback(AnswerAsync));
        // The first answer of all is compiled first, which on a busy machine takes longer than the five seconds that are waited for one.
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        client.Send(request).Dispose();
        _calls.Clear();
    }

    /// <summary>The setting that leads a server here.</summary>
    public string Setting => $"--ProcessoApi:Url={Address}";

    public string Address => _server.Urls[0];

    /// <summary>All requests in the order of their arrival.</summary>
    public IReadOnlyList<ProcessoCall> Calls => [.. _calls];

    public static ProcessoApi Start(int? port = null) => new(port ?? FreePort.Find());

    /// <summary>Says what a path answers; when it hangs, its requests wait for the end of this API.</summary>
    public void Answer(string path, int status, bool hangs = false, string? location = null) => _answers[path] = new ProcessoAnswer(status, hangs, location);

    /// <summary>One more processo, whose status is taken.</summary>
    public Guid New()
    {
        var processo = Guid.NewGuid();
        Answer($"/api/processos/{processo}/status", 200);
        return processo;
    }

    /// <summary>Waits until so many are told, and none twice.</summary>
    public async Task EachIsToldOnceAsync(int count)
    {
        var told = 0;
        await Until.TrueAsync(() => (told = Calls.Select(call => call.Path).Distinct().Count()) >= count, "all processos are told");
        Assert.Equal((count, count), (told, Calls.Count));
    }

    /// <summary>Says what every path answers of which something was said.</summary>
    public void AnswerAll(int status)
    {
        foreach (var path in _answers.Keys) Answer(path, status);
    }

    public void Dispose()
    {
        _ended.TrySetResult();
        _server.Stop();
        _server.Dispose();
    }

    private async Task<IResponseMessage> AnswerAsync(IRequestMessage request)
    {
        _calls.Enqueue(new ProcessoCall(request.Method, request.Path, request.Body, request.Headers?["Content-Type"].Single()));
        var answer = _answers.GetValueOrDefault(request.Path) ?? new ProcessoAnswer(404, Hangs: false, Location: null);
        if (answer.Hangs) await _ended.Task;
        var response = new ResponseMessage { StatusCode = answer.Status };
        if (answer.Location is { } location) response.AddHeader("Location", location);
        return response;
    }

    private sealed record ProcessoAnswer(int Status, bool Hangs, string? Location);
}

internal sealed record ProcessoCall(string Method, string Path, string? Body, string? ContentType);
