using BotPhone.Invoices;
using BotPhone.Jobs;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace BotPhone.Tests.Jobs;

public sealed class SignedInSessionsTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly JobQueue _queue = new();
    private readonly IOperators _operators = Substitute.For<IOperators>();
    private readonly IOperatorVersion _version = Substitute.For<IOperatorVersion>();
    private readonly SignedInSessions _sessions;
    private int _leased;

    public SignedInSessionsTests()
    {
        _version.Code.Returns("VIVO");
        _operators.FindCode("VIVO").Returns(_version);
        _operators.Lease("VIVO").Returns(_ => new OperatorLease(_version, () => _leased--)).AndDoes(_ => _leased++);
        _sessions = new SignedInSessions(_queue, _operators, Options.Create(new JobsOptions { MaxConcurrency = 2 }), _time, NullLogger<SignedInSessions>.Instance);
    }

    public void Dispose() => _sessions.Dispose();

    [Fact]
    public async Task TakeAsync_SameOwner_GetsTheSessionOnce()
    {
        var kept = await KeepAsync("ana");
        Assert.Same(kept, await TakeAsync("ana"));
        Assert.Equal(0, _leased);
        Assert.Null(await TakeAsync("ana"));
        Assert.False(kept.IsOut);
    }

    [Fact]
    public async Task TakeAsync_AnotherPassword_SignsOut()
    {
        var kept = await KeepAsync("ana");
        Assert.Null(await TakeAsync("ana", "outra"));
        Assert.True(kept.IsOut);
        Assert.False(kept.WasRenewed);
    }

    [Fact]
    public async Task TakeAsync_AnotherVersionOfTheOperator_SignsOut()
    {
        var kept = await KeepAsync("ana");
        Assert.Null(await _sessions.TakeAsync(new SessionOwner(Substitute.For<IOperatorVersion>(), "ana", "x"), Needs(), default));
        Assert.True(kept.IsOut);
    }

    [Fact]
    public async Task TakeAsync_OtherHostsWithoutCertificate_SignsOut()
    {
        var kept = await KeepAsync("ana");
        Assert.Null(await _sessions.TakeAsync(Owner("ana"), Needs() with { SelfSigned = [new Uri("https://faturas.example")] }, default));
        Assert.True(kept.IsOut);
    }

    [Fact]
    public async Task TakeAsync_BrowserCannotGoOn_SignsOut()
    {
        var kept = await KeepAsync("ana", canGoOn: false);
        Assert.Null(await TakeAsync("ana"));
        Assert.True(kept.IsOut);
    }

    [Fact]
    public async Task KeepAsync_MoreThanJobsMayRun_TheOldestSignsOut()
    {
        var kept = new List<KeptOne> { await KeepAsync("ana"), await KeepAsync("bia"), await KeepAsync("caio") };
        Assert.Equal([true, false, false], kept.Select(one => one.IsOut));
        Assert.Equal(2, _leased);
    }

    [Fact]
    public async Task KeepAsync_VersionNoLongerServes_SignsOut()
    {
        _operators.Lease("VIVO").Returns((OperatorLease?)null);
        Assert.True((await KeepAsync("ana")).IsOut);
    }

    [Fact]
    public async Task Changed_VersionNoLongerServes_SignsOutAndGivesItBack()
    {
        var kept = await KeepAsync("ana");
        _operators.Changed += Raise.Event<Action>();
        Assert.False(kept.IsOut);
        _operators.FindCode("VIVO").Returns(Substitute.For<IOperatorVersion>());
        _operators.Changed += Raise.Event<Action>();
        await kept.Out;
        await Until.TrueAsync(() => _leased == 0, "the version is given back");
    }

    [Fact]
    public async Task SettleAsync_NobodyWaits_SignsOut()
    {
        var kept = await KeepAsync("ana");
        _queue.Add(JobTests.Pending(1, "VIVO") with { LoginKey = "ana" });
        Assert.True(_sessions.IsWaitedFor(Owner("ana")));
        await _sessions.SettleAsync("ana");
        Assert.False(kept.IsOut);
        await _queue.TakeAsync(_ => true, default);
        Assert.False(_sessions.IsWaitedFor(Owner("ana")));
        await _sessions.SettleAsync("ana");
        Assert.True(kept.IsOut);
    }

    [Fact]
    public async Task KeptForLong_SignsOut()
    {
        var kept = await KeepAsync("ana");
        _time.Advance(TimeSpan.FromMinutes(2));
        await kept.Out;
    }

    [Fact]
    public async Task EndAllAsync_SignsOutEverywhere()
    {
        var kept = new List<KeptOne> { await KeepAsync("ana"), await KeepAsync("bia") };
        await _sessions.EndAllAsync();
        Assert.All(kept, one => Assert.True(one.IsOut));
        Assert.Equal(0, _leased);
    }

    private async Task<KeptOne> KeepAsync(string login, bool canGoOn = true)
    {
        var kept = new KeptOne(canGoOn);
        await _sessions.KeepAsync(new SignedInSession(Owner(login), kept, [], kept.SignIn));
        return kept;
    }

    private Task<IBrowserSession?> TakeAsync(string login, string password = "x") => _sessions.TakeAsync(Owner(login, password), Needs(), default);

    private SessionOwner Owner(string login, string password = "x") => new(_version, login, password);

    private static SessionNeeds Needs() => new(ReachableHosts.None, NullLogger.Instance);

    /// <summary>A session that tells when it was signed out of, and then closed.</summary>
    private sealed class KeptOne : IBrowserSession
    {
        private readonly TaskCompletionSource _out = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly bool _canGoOn;
        private bool _isSignedOut;

        public KeptOne(bool canGoOn)
        {
            _canGoOn = canGoOn;
            SignIn.Resume(() =>
            {
                _isSignedOut = true;
                return Task.CompletedTask;
            });
        }

        public PortalSignIn SignIn { get; } = new();

        public Portal Portal => throw new NotSupportedException();

        public bool WasRenewed { get; private set; }

        public Task Out => _out.Task.WaitAsync(TimeSpan.FromSeconds(30));

        public bool IsOut => _out.Task.IsCompleted;

        public Task<bool> RenewAsync(SessionNeeds needs, CancellationToken cancellation)
        {
            WasRenewed = true;
            return Task.FromResult(_canGoOn);
        }

        public ValueTask DisposeAsync()
        {
            if (_isSignedOut) _out.TrySetResult();
            return ValueTask.CompletedTask;
        }
    }
}
