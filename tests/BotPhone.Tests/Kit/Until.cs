namespace BotPhone.Tests.Kit;

/// <summary>Awaits a condition; the limit only keeps a broken test from hanging.</summary>
internal static class Until
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(200);

    public static Task TrueAsync(Func<bool> condition, string what) => TrueAsync(() => Task.FromResult(condition()), what);

    public static async Task TrueAsync(Func<Task<bool>> condition, string what)
    {
        var start = TimeProvider.System.GetTimestamp();
        for (var pause = FirstPause; !await condition(); pause = pause * 1.5 < LongestPause ? pause * 1.5 : LongestPause)
        {
            if (TimeProvider.System.GetElapsedTime(start) > Limit) throw new TimeoutException($"Never happened: {what}");
            await Task.Delay(pause, TimeProvider.System);
        }
    }
}
