using BotPhone.Jobs;
using BotPhone.Processos;

namespace BotPhone.Tests.Processos;

/// <summary>Contract §6: growing pauses, for up to 24 h.</summary>
public class UpdatePolicyTests
{
    private static readonly DateTimeOffset Ended = new(2026, 1, 10, 12, 0, 0, TimeSpan.Zero);
    private static readonly ProcessoOptions Options = new() { RetryPause = TimeSpan.FromSeconds(10), GiveUpAfter = TimeSpan.FromDays(1) };

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 20)]
    [InlineData(2, 40)]
    [InlineData(8, 2560)]
    [InlineData(9, 3600)]
    [InlineData(100, 3600)]
    [InlineData(100_000, 3600)]
    public void PauseAfter_Attempts_DoublesUpToAnHour(int earlier, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), UpdatePolicy.PauseAfter(Tried(earlier), Ended.AddHours(1), Options));

    [Theory]
    [InlineData("23:00:00", "01:00:00")]
    [InlineData("23:59:00", "00:01:00")]
    [InlineData("23:59:59.999", "00:00:00.001")]
    [InlineData("1.00:00:00", null)]
    [InlineData("3.00:00:00", null)]
    public void PauseAfter_NearTheEnd_LeadsToTheEndAndThenNowhere(string sinceEnd, string? pause) =>
        Assert.Equal(
            pause is null ? null : TimeSpan.Parse(pause, null),
            UpdatePolicy.PauseAfter(Tried(50), Ended + TimeSpan.Parse(sinceEnd, null), Options));

    private static ProcessoUpdate Tried(int times) => new(Guid.NewGuid(), "PROBE", Guid.NewGuid(), "COMPLETED", "chave", null, Ended, times, Ended);
}
