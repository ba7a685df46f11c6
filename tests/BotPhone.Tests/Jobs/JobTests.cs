using BotPhone.Jobs;
using BotPhone.Sdk;

namespace BotPhone.Tests.Jobs;

/// <summary>Contract §3: states and progress.</summary>
public class JobTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly StoredDocument Document = new("faturas/x.pdf", StoredDocument.Invoice, 10, "ab", null);

    [Fact]
    public void Progress_OnTheWay_IsTheContractsTable()
    {
        var job = Pending();
        Assert.Equal(0, job.Progress);
        job = job.Start("1", Now).BeginAttempt();
        Assert.Equal(30, job.Progress);
        Assert.Equal(30, job.Advance(0).Progress);
        Assert.Equal(60, job.Advance(50).Progress);
        Assert.Equal(90, job.Advance(100).Progress);
        Assert.Equal(90, job.Finishing().Progress);
        job = job.Finishing().Capture(Document);
        Assert.Equal(95, job.Progress);
        Assert.Equal(100, job.Complete(Now).Progress);
    }

    [Theory]
    [InlineData(-5, 60)]
    [InlineData(10, 60)]
    [InlineData(1000, 90)]
    public void Advance_Backwards_StaysWhereItIs(int percent, int expected) =>
        Assert.Equal(expected, Running().Advance(50).Advance(percent).Progress);

    [Fact]
    public void Fail_Halfway_KeepsTheProgress()
    {
        var failed = Running().Advance(50).Fail(ErrorCode.Maintenance, "Erro", "Erro", Now);
        Assert.Equal((JobStatus.Failed, 60, "NAV_MANUTENCAO", "Erro"), (failed.Status, failed.Progress, failed.ErrorCode, failed.Error));
    }

    [Fact]
    public void Complete_WithADocument_HasItsKey()
    {
        var completed = Running().Capture(Document).Complete(Now);
        Assert.Equal((JobStatus.Completed, "faturas/x.pdf", Now), (completed.Status, completed.Result, completed.CompletedAt));
    }

    [Fact]
    public void Complete_WithoutADocument_IsImpossible() => Assert.Throws<InvalidOperationException>(() => Running().Complete(Now));

    [Fact]
    public void FinalState_Always_NeverChanges()
    {
        foreach (var ended in new[] { Running().Capture(Document).Complete(Now), Running().Fail(ErrorCode.Maintenance, "", "", Now) })
        {
            Assert.Throws<InvalidOperationException>(() => ended.Start("1", Now));
            Assert.Throws<InvalidOperationException>(() => ended.BeginAttempt());
            Assert.Throws<InvalidOperationException>(() => ended.Advance(10));
            Assert.Throws<InvalidOperationException>(() => ended.Complete(Now));
            Assert.Throws<InvalidOperationException>(() => ended.Fail(ErrorCode.Captcha, "", "", Now));
            Assert.Throws<InvalidOperationException>(() => ended.GiveBack());
        }
    }

    [Fact]
    public void BeginAttempt_AfterOneThatWasCutOff_ForgetsItsDocuments()
    {
        var again = Running().Capture(Document).GiveBack().Start("1", Now).BeginAttempt();
        Assert.Equal(2, again.Attempt);
        Assert.Empty(again.Documents);
    }

    [Fact]
    public void GiveBack_Running_WaitsAgainWithItsProgress()
    {
        var waiting = Running().Advance(50).GiveBack();
        Assert.Equal((JobStatus.Pending, 60), (waiting.Status, waiting.Progress));
    }

    internal static Job Pending(long number = 1, string @operator = "OI") => new()
    {
        Id = Guid.NewGuid(), Number = number, Operator = @operator, CreatedAt = Now,
    };

    private static Job Running() => Pending().Start("1", Now).BeginAttempt();
}
