using BotPhone.Invoices;
using BotPhone.Sdk;

namespace BotPhone.Jobs;

/// <summary>One attempt, as its operator sees it. Ends the browser sessions that it opened.</summary>
internal sealed class RunningJob(
    JobProgress progress,
    IOperatorVersion @operator,
    IReadOnlyDictionary<string, string> values,
    Credentials? credentials,
    AttemptTools tools,
    CancellationToken cancellation)
    : JobContext, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<IBrowserSession> _sessions = [];
    private readonly AttemptProofs _proofs = new();
    private readonly PortalSignIn _signIn = new();
    private readonly object _payload = @operator.Payload.Bind(values);
    private volatile string _doing = "";
    private bool _over;

    public override Guid Id => progress.Job.Id;

    public override int Attempt { get; } = progress.Job.Attempt;

    public override ILogger Log { get; } = new JobLogger(progress);

    public override CancellationToken Cancellation => cancellation;

    public SignInState SignIn => _signIn.State;

    public override T Payload<T>() =>
        _payload as T ?? throw new InvalidOperationException($"The payload is a {_payload.GetType().Name}, not a {typeof(T).Name}.");

    public override T Settings<T>() =>
        @operator.Settings as T ?? throw new InvalidOperationException($"The settings are {@operator.Settings?.GetType().Name ?? "not declared"}, not a {typeof(T).Name}.");

    public override async Task<Portal> OpenPortalAsync(IReadOnlyList<Uri>? selfSigned = null)
    {
        var needs = new SessionNeeds(@operator.Hosts, Log) { Secrets = progress.Discretion.Evidence.Forms, SelfSigned = selfSigned ?? [] };
        var session = await tools.Browsers.OpenAsync(needs, cancellation);
        lock (_lock)
        {
            if (!_over)
            {
                _sessions.Add(session);
                return session.Portal;
            }
        }

        await session.DisposeAsync();
        throw new OperationCanceledException("The attempt is over.");
    }

    public override async Task SignInAsync(Func<Task> send, Func<Task> confirm, Func<Task> signOut)
    {
        if (credentials is null) await _signIn.RunAsync(send, confirm, signOut);
        else await tools.Logins.SignInAsync(credentials, () => _signIn.RunAsync(send, confirm, signOut), cancellation);
        // What is registered must not be sent twice either.
        if (!@operator.Registers) await KeepConnectionsAsync();
    }

    public override void Step(string description, int? operatorProgress)
    {
        _doing = description;
        progress.Log(LogLevel.Information, description);
        if (operatorProgress is { } percent) progress.Change(job => job.Advance(percent));
    }

    public override async Task<VerifiedInvoice> FetchInvoiceAsync(ExpectedInvoice expected, Func<Task<DownloadedFile>> download) => _proofs.Add(await InvoiceFetch.RunAsync(
        async () => await tools.Invoices.VerifyAsync(expected, await download(), cancellation),
        tools.Options.Tries(),
        warning => progress.Log(LogLevel.Warning, warning),
        tools.Time,
        cancellation));

    public override Task<DownloadedFile> MergeAsync(IReadOnlyList<DownloadedFile> pdfs) => tools.Invoices.MergeAsync(pdfs, cancellation);

    public override Task<DownloadedFile> DecryptAsync(DownloadedFile pdf, string password) => tools.Invoices.DecryptAsync(pdf, password, cancellation);

    public override async Task<StoredFile> OpenStoredAsync(StorageKey key) => _proofs.Add(await tools.Invoices.OpenAsync(key, cancellation));

    public override bool HasMark(string mark) => progress.Job.Marks.Contains(mark);

    public override Task MarkAsync(string mark) => mark is { Length: > 0 and <= 64 }
        ? progress.CommitAsync(job => job.Mark(mark))
        : throw new ArgumentException("A mark has 1 to 64 characters.", nameof(mark));

    public bool IsProven(OperatorResult? result) => _proofs.Hold(result, @operator.Registers);

    /// <summary>Keeps what the operator has brought back.</summary>
    public async Task<FiledInvoice> StoreAsync(OperatorResult result)
    {
        if (_proofs.Registered(result) is { } file)
            return new FiledInvoice(new StoredDocument(file.Key.Value, StoredDocument.Registered, file.Size, file.Sha256, null));
        var proven = _proofs.Invoice(result)!;
        if (proven.Note is { } note) progress.Log(LogLevel.Warning, note);
        var filed = await tools.Filing.FileAsync(
            @operator.Code, proven, values.GetValueOrDefault(JobClient.FilterField), warning => progress.Log(LogLevel.Warning, warning), cancellation);
        if (filed.Remark is { } remark) progress.Announce(filed.Held is null ? LogLevel.Warning : LogLevel.Information, remark);
        return filed;
    }

    /// <summary>Takes down what the page is like, for whoever must find out why the job failed.</summary>
    public async Task WitnessAsync(OperatorException failure, TimeSpan limit)
    {
        if (LastSession() is not { } session || await session.Portal.CaptureAsync(limit) is not { } page) return;
        var words = progress.Discretion.Evidence;
        var seen = new FailedPage(failure.Code.Name, words.Clean(JobErrors.Text(failure)), words.Clean(_doing), page).Without(words);
        var keys = await tools.Evidence.KeepAsync(Id, seen);
        progress.Change(job => job.Witness(keys));
    }

    /// <summary>Signs out of the portal if someone is signed in.</summary>
    public Task SignOutAsync() => _signIn.EndAsync(progress.Log, tools.Time, cancellation);

    public async ValueTask DisposeAsync()
    {
        List<IBrowserSession> open;
        lock (_lock)
        {
            _over = true;
            open = [.. _sessions];
            _sessions.Clear();
        }

        foreach (var session in open) await session.DisposeAsync();
        foreach (var file in _proofs.Files) tools.Invoices.Close(file);
    }

    private async Task KeepConnectionsAsync()
    {
        IBrowserSession[] open;
        lock (_lock) open = [.. _sessions];
        foreach (var session in open) await session.Portal.KeepConnectionsAsync();
    }

    private IBrowserSession? LastSession()
    {
        lock (_lock) return _sessions.LastOrDefault();
    }
}
