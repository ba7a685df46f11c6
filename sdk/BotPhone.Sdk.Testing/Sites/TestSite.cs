using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BotPhone.Sdk.Testing;

/// <summary>
/// A portal described in a few lines, on a free port of this machine: pages, forms, files, a sign-in, and what goes wrong with them.
/// </summary>
public sealed class TestSite : IAsyncDisposable
{
    private const string SessionCookie = "sessao";

    // Browsers ask for it when they like: it would only blur what an operator asks for.
    private const string BrowsersOwn = "/favicon.ico";

    private readonly WebApplication _app;
    private readonly TestSiteSetup _setup;
    private readonly ConcurrentQueue<SiteRequest> _requests = new();
    private readonly ConcurrentDictionary<string, bool> _sessions = new();
    private readonly ActiveFaults _faults = new();

    private TestSite(WebApplication app, TestSiteSetup setup) => (_app, _setup) = (app, setup);

    /// <summary>Where it begins, for the operator's settings.</summary>
    public Uri Address => new(_app.Urls.Single());

    /// <summary>Every request so far, in the order of their arrival; without the icon that browsers ask for by themselves.</summary>
    public IReadOnlyList<SiteRequest> Requests => [.. _requests];

    /// <summary>How many are signed in now.</summary>
    public int Sessions => _sessions.Count;

    /// <summary>Starts a site.</summary>
    /// <param name="describe">Says what it has.</param>
    public static async Task<TestSite> StartAsync(Action<TestSiteSetup> describe)
    {
        ArgumentNullException.ThrowIfNull(describe);
        var setup = new TestSiteSetup();
        describe(setup);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new TestSite(builder.Build(), setup);
        site._app.Run(site.AnswerAsync);
        await site._app.StartAsync();
        return site;
    }

    /// <summary>From now on something goes wrong.</summary>
    /// <param name="fault">What, and where.</param>
    public void Fault(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        _faults.Add(fault);
    }

    /// <summary>From now on nothing goes wrong any more.</summary>
    public void Mend() => _faults.Clear();

    /// <summary>The requests to one path.</summary>
    /// <param name="method">For example <c>POST</c>.</param>
    /// <param name="path">For example <c>/faturas</c>.</param>
    public IReadOnlyList<SiteRequest> RequestsTo(string method, string path) => [.. _requests.Where(one => one.Method == method && one.Path == path)];

    /// <summary>Ends it.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Path == BrowsersOwn)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var request = await SiteRequest.ReadAsync(http.Request);
        _requests.Enqueue(request);
        var session = http.Request.Cookies[SessionCookie] ?? "";
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, _app.Lifetime.ApplicationStopping);
        var visit = new SiteVisit(() => _sessions.TryRemove(session, out _), gone.Token);
        var answer = () => Task.FromResult(Answer(request, session));
        foreach (var fault in _faults.Take(request.Path))
        {
            var right = answer;
            answer = () => fault.Spoil(right, visit);
        }

        await WriteAsync(http.Response, await answer());
    }

    private SiteAnswer Answer(SiteRequest request, string session)
    {
        if (!_setup.IsOpen(request.Path) && !_sessions.ContainsKey(session)) return SiteAnswer.GoTo(_setup.Entrance!.Path);
        var answer = _setup.Answer(request);
        if (answer.Session is "") _sessions.TryRemove(session, out _);
        else if (answer.Session is { } begun) _sessions[begun] = true;
        return answer;
    }

    private static async Task WriteAsync(HttpResponse response, SiteAnswer answer)
    {
        response.StatusCode = (int)answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        if (answer.Location is { } location) response.Headers.Location = location;
        if (answer.FileName is { } name) response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        if (answer.Session is { } session) response.Cookies.Append(SessionCookie, session, new CookieOptions { HttpOnly = true });
        await response.Body.WriteAsync(answer.Body);
    }
}
