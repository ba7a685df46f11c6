using BotPhone.Jobs;
using BotPhone.Sdk;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BotPhone.Tests.Jobs;

public sealed class PortalPausesTests : IDisposable
{
    private static readonly JobOutcome Down = new(ErrorCode.PortalUnavailable);
    private readonly FakeTimeProvider _time = new();
    private readonly PortalPauses _pauses;

    public PortalPausesTests() =>
        _pauses = new PortalPauses(new JobQueue(), Options.Create(new JobsOptions()), _time, NullLogger<PortalPauses>.Instance);

    public void Dispose() => _pauses.Dispose();

    [Fact]
    public void End_PortalDownAgainAndAgain_LengthensThePause()
    {
        var pauses = Enumerable.Range(0, 8).Select(_ => PauseAfter(Down)).ToList();
        Assert.Equal([0, 1, 5, 15, 30, 60, 60, 60], pauses.Select(pause => pause.TotalMinutes));
    }

    [Fact]
    public void End_Success_ShortensTheNextPauseByAStep()
    {
        for (var i = 0; i < 4; i++) PauseAfter(Down);
        Assert.Equal(TimeSpan.Zero, PauseAfter(JobOutcome.Success));
        Assert.Equal(15, PauseAfter(Down).TotalMinutes);
    }

    [Fact]
    public void End_SuccessesOnly_ForgetsTheOutage()
    {
        for (var i = 0; i < 3; i++) PauseAfter(Down);
        for (var i = 0; i < 3; i++) PauseAfter(JobOutcome.Success);
        Assert.Equal(TimeSpan.Zero, PauseAfter(Down));
    }

    [Fact]
    public void End_OtherFailures_SayNothingOfThePortal()
    {
        Assert.Equal(TimeSpan.Zero, PauseAfter(new JobOutcome(ErrorCode.InvalidCredentials)));
        Assert.Equal(TimeSpan.Zero, PauseAfter(new JobOutcome(ErrorCode.InvoiceNotFound)));
        Assert.Equal(TimeSpan.Zero, PauseAfter(Down));
    }

    [Fact]
    public void End_SeveralThatRanAtTheSameTime_CountOnce()
    {
        var started = _time.GetUtcNow();
        _time.Advance(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 5; i++) _pauses.End("OI", started, Down);
        Assert.True(_pauses.MayStart("OI"));
    }

    [Fact]
    public void MayStart_AfterAPause_LetsOneGoAheadAndTheOthersFollow()
    {
        PauseAfter(Down);
        PauseAfter(Down);
        Assert.True(_pauses.MayStart("OI"));
        Assert.True(_pauses.MayStart("VIVO"));
        _pauses.Start("OI");
        Assert.False(_pauses.MayStart("OI"));
        _pauses.End("OI", _time.GetUtcNow(), JobOutcome.Success);
        Assert.True(_pauses.MayStart("OI"));
    }

    [Fact]
    public void MayStart_TheOneAheadWasGivenBack_LetsAnotherGo()
    {
        PauseAfter(Down);
        PauseAfter(Down);
        _pauses.Start("OI");
        _pauses.End("OI", _time.GetUtcNow(), null);
        Assert.True(_pauses.MayStart("OI"));
    }

    /// <summary>A timer counts by another clock than the one on the wall, and may be ahead of it.</summary>
    [Fact]
    public void MayStart_TimerAheadOfTheClock_GoesByTheTimer()
    {
        var clock = new SlowClock();
        using var pauses = new PortalPauses(new JobQueue(), Options.Create(new JobsOptions()), clock, NullLogger<PortalPauses>.Instance);
        for (var i = 0; i < 2; i++) pauses.End("OI", clock.GetUtcNow(), Down);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(pauses.MayStart("OI"));
        Assert.Null(pauses.Until("OI"));
    }

    private sealed class SlowClock : FakeTimeProvider
    {
        private readonly DateTimeOffset _start = new(2026, 1, 10, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _start + (base.GetUtcNow() - base.Start) * 0.999;
    }

    // Starts a job, ends it, and waits until the next may start.
    private TimeSpan PauseAfter(JobOutcome outcome)
    {
        var started = _time.GetUtcNow();
        _pauses.Start("OI");
        _time.Advance(TimeSpan.FromSeconds(1));
        _pauses.End("OI", started, outcome);
        var pause = _pauses.Until("OI") is { } until ? until - _time.GetUtcNow() : TimeSpan.Zero;
        _time.Advance(pause);
        Assert.True(_pauses.MayStart("OI"));
        return pause;
    }
}
