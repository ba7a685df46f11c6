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
    private readonly SessionOwner? _owner = OwnerOf(@operator, progress.Job, credentials);
    private IReadOnlyList<Uri> _selfSigned = [];
    private volatile string _doing = "";
    private bool _hasTakenOver;
    private bool _handsOn;
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
        var needs = new SessionNeeds(@operator.Hosts, Log) { Secrets = progress.Discretion.Evidence.Forms, Blocked = @operator.Blocked, SelfSigned = selfSigned ?? [] };
        var session = await TakeOverAsync(needs) ?? await tools.Browsers.OpenAsync(needs, cancellation);
        _selfSigned = needs.SelfSigned;
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
        await KeepConnectionsAsync();
    }

    public override async Task<bool> ResumeSessionAsync(Func<Task<bool>> isSignedIn, Func<Task> signOut)
    {
        ArgumentNullException.ThrowIfNull(isSignedIn);
        ArgumentNullException.ThrowIfNull(signOut);
        if (!_hasTakenOver) return false;
        if (!await isSignedIn()) throw new OperatorException(ErrorCode.SessionExpired);
        _signIn.Resume(signOut);
        await KeepConnectionsAsync();
        progress.Log(LogLevel.Information, "O acesso já está aberto no portal: seguindo sem entrar de novo");
        return true;
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

    /// <summary>Signs out of the portal if someone is signed in; or leaves the session to the next job of the login.</summary>
    /// <param name="failure">Why the attempt failed; null when it did not.</param>
    public Task SignOutAsync(ErrorCode? failure)
    {
        _handsOn = MayHandOn(failure);
        return _handsOn ? Task.CompletedTask : _signIn.EndAsync(progress.Log, tools.Time, cancellation);
    }

    /// <summary>Whether it failed in a session of an earlier job in which nobody was signed in any more.</summary>
    public bool FoundNobodySignedIn => _hasTakenOver && _signIn.State == SignInState.NotTried;

    /// <summary>Gives up the session that was taken over: the next one is clean.</summary>
    public async Task StartOverAsync()
    {
        progress.Log(LogLevel.Information, "A sessão que estava aberta no portal não serve mais: entrando de novo");
        _hasTakenOver = false;
        foreach (var session in TakeSessions()) await session.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        lock (_lock) _over = true;
        foreach (var session in TakeSessions())
        {
            if (_handsOn) await tools.Sessions.KeepAsync(new SignedInSession(_owner!, session, _selfSigned, _signIn));
            else await session.DisposeAsync();
        }

        foreach (var file in _proofs.Files) tools.Invoices.Close(file);
    }

    private static SessionOwner? OwnerOf(IOperatorVersion @operator, Job job, Credentials? credentials) =>
        @operator.ReusesSession && job.LoginKey is { } login ? new SessionOwner(@operator, login, credentials?.Password ?? "") : null;

    // What an earlier job of the login has left, for the first session that is asked for.
    private async Task<IBrowserSession?> TakeOverAsync(SessionNeeds needs)
    {
        if (_owner is null || await tools.Sessions.TakeAsync(_owner, needs, cancellation) is not { } session) return null;
        _hasTakenOver = true;
        return session;
    }

    // Only where the portal was as it should be: a session after anything else is in doubt.
    private bool MayHandOn(ErrorCode? failure)
    {
        if (_owner is null || _signIn.State != SignInState.SignedIn || (failure is not null && !IsAboutTheInvoice(failure))) return false;
        lock (_lock) return _sessions.Count == 1 && tools.Sessions.IsWaitedFor(_owner);
    }

    private static bool IsAboutTheInvoice(ErrorCode failure) => failure.Category == ErrorCategory.Navigation && Blames.Of(failure) == Blame.Client;

    private List<IBrowserSession> TakeSessions()
    {
        lock (_lock)
        {
            List<IBrowserSession> open = [.. _sessions];
            _sessions.Clear();
            return open;
        }
    }

    // What is registered must not be sent twice either.
    private async Task KeepConnectionsAsync()
    {
        if (@operator.Registers) return;
        IBrowserSession[] open;
        lock (_lock) open = [.. _sessions];
        foreach (var session in open) await session.Portal.KeepConnectionsAsync();
    }

    private IBrowserSession? LastSession()
    {
        lock (_lock) return _sessions.LastOrDefault();
    }
}
