using BotPhone.Invoices;
using Microsoft.Extensions.Logging;

namespace BotPhone.Sdk.Testing;

/// <summary>The attempt as its operator sees it. Ends the browsers that it opened.</summary>
internal sealed class HarnessJob : JobContext, IAsyncDisposable
{
    private readonly OperatorCard _about;
    private readonly ReachableHosts _hosts;
    private readonly IReadOnlyList<string> _blocked;
    private readonly HarnessOptions _options;
    private readonly object _payload;
    private readonly object? _settings;
    private readonly Redactor _evidence;
    private readonly Journal _journal;
    private readonly HarnessStore _store;
    private readonly long _start;
    private readonly PortalSignIn _signIn = new();
    private readonly AttemptProofs _proofs = new();
    private readonly List<HarnessBrowser> _browsers = [];
    private readonly HashSet<string> _marks;
    private bool _over;

    public HarnessJob(
        OperatorCard about, IReadOnlyDictionary<string, string> values, object? settings, ReachableHosts hosts, IReadOnlyList<string> blocked, HarnessOptions options, CancellationToken cancellation)
    {
        _about = about;
        _hosts = hosts;
        _blocked = blocked;
        _options = options;
        _payload = about.Payload.Bind(values);
        _settings = settings;
        string[] secrets = [.. Values(field => field.IsSecret), .. SettingsJson.SecretsOf(settings)];
        _evidence = new Redactor([.. secrets, .. Values(field => field.IsLogin)]);
        _journal = new Journal(new Redactor(secrets), options.Echo);
        _store = new HarnessStore(options.Stored);
        _marks = [.. options.Marks];
        _start = options.Time.GetTimestamp();
        Cancellation = cancellation;

        IEnumerable<string> Values(Func<PayloadField, bool> which) => about.Payload.Fields.Where(which).Select(field => values.GetValueOrDefault(field.Name, ""));
    }

    public override Guid Id { get; } = Guid.NewGuid();

    public override int Attempt => _options.Attempt;

    public override ILogger Log => _journal;

    public override CancellationToken Cancellation { get; }

    public override T Payload<T>() =>
        _payload as T ?? throw new InvalidOperationException($"The payload is a {_payload.GetType().Name}, not a {typeof(T).Name}.");

    public override T Settings<T>() =>
        _settings as T ?? throw new InvalidOperationException($"The settings are {_settings?.GetType().Name ?? "not declared"}, not a {typeof(T).Name}.");

    public override async Task<Portal> OpenPortalAsync(IReadOnlyList<Uri>? selfSigned = null)
    {
        var browser = await HarnessBrowser.StartAsync(_options, _hosts, _blocked, selfSigned ?? [], _evidence.Forms, _journal, Cancellation);
        lock (_browsers)
        {
            if (!_over)
            {
                _browsers.Add(browser);
                return browser.Portal;
            }
        }

        await browser.DisposeAsync();
        throw new OperationCanceledException("The attempt is over.");
    }

    public override async Task SignInAsync(Func<Task> send, Func<Task> confirm, Func<Task> signOut)
    {
        await _signIn.RunAsync(send, confirm, signOut);
        // What is registered must not be sent twice either.
        if (_about.Registers) return;
        foreach (var browser in Browsers()) await browser.Portal.KeepConnectionsAsync();
    }

    /// <summary>The harness runs one job at a time: there is nothing to go on in.</summary>
    public override Task<bool> ResumeSessionAsync(Func<Task<bool>> isSignedIn, Func<Task> signOut) => Task.FromResult(false);

    public override void Step(string description, int? progress = null) => _journal.Step(description, progress);

    public override async Task<VerifiedInvoice> FetchInvoiceAsync(ExpectedInvoice expected, Func<Task<DownloadedFile>> download) => _proofs.Add(await InvoiceFetch.RunAsync(
        async () => await InvoiceCheck.RunAsync(expected, await download(), Cancellation),
        new Tries(_options.MaxDownloads, _options.DownloadPause),
        warning => _journal.Log(LogLevel.Warning, warning),
        _options.Time,
        Cancellation));

    public override Task<DownloadedFile> MergeAsync(IReadOnlyList<DownloadedFile> pdfs) => Task.Run(() => PdfMerge.Of(pdfs), Cancellation);

    public override Task<DownloadedFile> DecryptAsync(DownloadedFile pdf, string password) => new Qpdf(_options.Qpdf).DecryptAsync(pdf, password, Cancellation);

    public override async Task<StoredFile> OpenStoredAsync(StorageKey key) => _proofs.Add(await _store.OpenAsync(key, Cancellation));

    public override bool HasMark(string mark)
    {
        lock (_marks) return _marks.Contains(mark);
    }

    public override Task MarkAsync(string mark)
    {
        if (mark is not { Length: > 0 and <= 64 }) throw new ArgumentException("A mark has 1 to 64 characters.", nameof(mark));
        lock (_marks) _marks.Add(mark);
        return Task.CompletedTask;
    }

    public bool IsProven(OperatorResult? result) => _proofs.Hold(result, _about.Registers);

    public Task SignOutAsync() => _signIn.EndAsync(_journal.Log, _options.Time, Cancellation);

    public async Task<PageEvidence?> CaptureAsync(TimeSpan limit) =>
        Browsers().LastOrDefault() is { } last && await last.Portal.CaptureAsync(limit) is { } page ? CleanPage.Of(page, _evidence) : null;

    public OperatorRun Succeed(OperatorResult result)
    {
        var proven = _proofs.Invoice(result);
        var registered = _proofs.Registered(result);
        if (proven?.Note is { } note) _journal.Log(LogLevel.Warning, note);
        return End() with
        {
            Invoice = proven?.Verified,
            Fields = proven?.Fields,
            Note = proven?.Note,
            Registered = registered,
            Document = File.ReadAllBytes(proven?.Verified.Path ?? registered!.Path),
        };
    }

    public OperatorRun Fail(OperatorException failure, PageEvidence? evidence)
    {
        _journal.Log(LogLevel.Error, $"{failure.Code}: {failure.Message}");
        if (failure.InnerException is { } cause) _journal.Log(LogLevel.Debug, cause.ToString());
        return End() with { Failure = failure, Error = _journal.Clean(failure.Message), Evidence = evidence };
    }

    public async ValueTask DisposeAsync()
    {
        lock (_browsers) _over = true;
        foreach (var browser in Browsers()) await browser.DisposeAsync();
        _store.Dispose();
    }

    private OperatorRun End()
    {
        lock (_marks)
        {
            return new OperatorRun
            {
                Steps = _journal.Steps,
                Progress = _journal.Progress,
                Log = _journal.Lines,
                Marks = [.. _marks],
                Duration = _options.Time.GetElapsedTime(_start),
            };
        }
    }

    private HarnessBrowser[] Browsers()
    {
        lock (_browsers) return [.. _browsers];
    }
}
