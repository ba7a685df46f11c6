using BotPhone.Invoices;
using Microsoft.Extensions.Options;

namespace BotPhone.Jobs;

/// <summary>
/// The browser sessions that stay signed in between two jobs of a login, while its next job waits: one a login, and no more than jobs may run. Whoever
/// takes one must be who signed in, with the same password, on the same version of the operator.
/// </summary>
internal sealed class SignedInSessions : IDisposable
{
    private readonly IJobQueue _queue;
    private readonly IOperators _operators;
    private readonly JobsOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<SignedInSessions> _log;
    private readonly Lock _lock = new();
    private readonly List<Kept> _kept = [];

    public SignedInSessions(IJobQueue queue, IOperators operators, IOptions<JobsOptions> options, TimeProvider time, ILogger<SignedInSessions> log)
    {
        (_queue, _operators, _options, _time, _log) = (queue, operators, options.Value, time, log);
        // A version is unloaded only once nothing of it is signed in.
        _operators.Changed += EndReplaced;
    }

    public void Dispose() => _operators.Changed -= EndReplaced;

    /// <summary>Whether a session of this login would find its next job.</summary>
    public bool IsWaitedFor(SessionOwner owner) => _queue.HasOf(owner.LoginKey);

    /// <summary>Keeps a session for the next job of its login.</summary>
    public async Task KeepAsync(SignedInSession session)
    {
        var lease = _operators.Lease(session.Owner.Operator.Code);
        if (lease?.Version != session.Owner.Operator)
        {
            lease?.Dispose();
            await EndAsync(session);
            return;
        }

        var kept = new Kept(session, lease);
        lock (_lock)
        {
            _kept.Add(kept);
            kept.Timer = _time.CreateTimer(_ => _ = EndAsync(one => one == kept), null, _options.SessionIdle, Timeout.InfiniteTimeSpan);
        }

        // It may have been replaced in this moment.
        EndReplaced();
        // Of more than may wait, the one that has waited longest.
        await EndAsync(one => _kept.Count > _options.MaxConcurrency && one == _kept[0]);
    }

    /// <summary>Hands over the session that was kept for a login, ready for another job.</summary>
    /// <param name="owner">Whose job it is.</param>
    /// <param name="needs">What the job needs of it.</param>
    /// <param name="cancellation">Of the attempt.</param>
    /// <returns>Null when there is none that fits.</returns>
    public async Task<IBrowserSession?> TakeAsync(SessionOwner owner, SessionNeeds needs, CancellationToken cancellation)
    {
        if (TakeOut(one => one.Session.Owner.LoginKey == owner.LoginKey) is not [var kept]) return null;
        using var lease = kept.Lease;
        var session = kept.Session;
        if (session.Owner == owner && session.SelfSigned.SequenceEqual(needs.SelfSigned) && await session.Browser.RenewAsync(needs, cancellation)) return session.Browser;
        await EndAsync(session);
        return null;
    }

    /// <summary>Ends the session of a login for which no job waits any more.</summary>
    public Task SettleAsync(string? loginKey) => EndAsync(one => one.Session.Owner.LoginKey == loginKey && !IsWaitedFor(one.Session.Owner));

    /// <summary>Signs out everywhere.</summary>
    public Task EndAllAsync() => EndAsync(_ => true);

    private void EndReplaced() => _ = EndAsync(one => _operators.FindCode(one.Session.Owner.Operator.Code) != one.Session.Owner.Operator);

    private List<Kept> TakeOut(Predicate<Kept> which)
    {
        lock (_lock)
        {
            var taken = _kept.FindAll(which);
            foreach (var one in taken)
            {
                _kept.Remove(one);
                one.Timer?.Dispose();
            }

            return taken;
        }
    }

    private Task EndAsync(Predicate<Kept> which) => Task.WhenAll(TakeOut(which).Select(one => Task.Run(async () =>
    {
        using var lease = one.Lease;
        await EndAsync(one.Session);
    })));

    private async Task EndAsync(SignedInSession session)
    {
        await session.SignIn.EndAsync((level, line) => JobsLog.Session(_log, level, session.Owner.Operator.Code, line), _time, CancellationToken.None);
        await session.Browser.DisposeAsync();
    }

    /// <param name="Session">What is kept.</param>
    /// <param name="Lease">Keeps the version that signs out.</param>
    private sealed record Kept(SignedInSession Session, OperatorLease Lease)
    {
        /// <summary>Ends it when its next job does not come.</summary>
        public ITimer? Timer { get; set; }
    }
}

/// <summary>A browser session in which someone is signed in.</summary>
/// <param name="Owner">Who.</param>
/// <param name="Browser">Where.</param>
/// <param name="SelfSigned">What it was opened for.</param>
/// <param name="SignIn">Knows the way out.</param>
internal sealed record SignedInSession(SessionOwner Owner, IBrowserSession Browser, IReadOnlyList<Uri> SelfSigned, PortalSignIn SignIn);

/// <summary>Whose a session is.</summary>
/// <param name="Operator">The version that signed in.</param>
/// <param name="LoginKey">Who signed in, hashed.</param>
/// <param name="Password">With what, so that nobody gets at the invoices of a login who does not know it.</param>
internal sealed record SessionOwner(IOperatorVersion Operator, string LoginKey, string Password)
{
    public override string ToString() => LoginKey;
}
