using BotPhone.Sdk;

namespace BotPhone.Jobs;

/// <summary>One attempt, as its operator sees it. Ends the browser sessions that it opened.</summary>
internal sealed class RunningJob(
    JobProgress progress, object payload, object? settings, IBrowsers browsers, IInvoices invoices, JobsOptions options, TimeProvider time, CancellationToken cancellation)
    : JobContext, IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<IBrowserSession> _sessions = [];
    private readonly List<VerifiedInvoice> _verified = [];
    private bool _over;

    public override Guid Id => progress.Job.Id;

    public override int Attempt { get; } = progress.Job.Attempt;

    public override ILogger Log { get; } = new JobLogger(progress);

    public override CancellationToken Cancellation => cancellation;

    public override T Payload<T>() =>
        payload as T ?? throw new InvalidOperationException($"The payload is a {payload.GetType().Name}, not a {typeof(T).Name}.");

    public override T Settings<T>() =>
        settings as T ?? throw new InvalidOperationException($"The settings are {settings?.GetType().Name ?? "not declared"}, not a {typeof(T).Name}.");

    public override async Task<Portal> OpenPortalAsync()
    {
        var session = await browsers.OpenAsync(Log, cancellation);
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

    public override void Step(string description, int? operatorProgress)
    {
        progress.Log(LogLevel.Information, description);
        if (operatorProgress is { } percent) progress.Change(job => job.Advance(percent));
    }

    public override Task<VerifiedInvoice> FetchInvoiceAsync(ExpectedInvoice expected, Func<Task<DownloadedFile>> download) => Retry.RunAsync(
        async () =>
        {
            var invoice = await invoices.VerifyAsync(expected, await download(), cancellation);
            lock (_lock) _verified.Add(invoice);
            return invoice;
        },
        (code, attempt) => RetryPolicy.BeforeNextDownload(code, attempt, options),
        (failure, pause) => progress.Log(LogLevel.Warning, $"O download falhou: {failure.Message}. Nova tentativa em {pause.TotalSeconds:0.#} s"),
        time,
        cancellation);

    /// <summary>Only what this attempt itself has verified counts: an operator cannot make up a success.</summary>
    public bool HasVerified(OperatorResult? result)
    {
        lock (_lock) return result is not null && _verified.Exists(invoice => ReferenceEquals(invoice, result.Invoice));
    }

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
    }
}
