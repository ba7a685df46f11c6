namespace BotPhone.Tests.Kit;

/// <summary>Awaits a condition; the limit only keeps a broken test from hanging.</summary>
internal static class Until
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    public static Task TrueAsync(Func<bool> condition, string what) => TrueAsync(() => Task.FromResult(condition()), what);

    public static async Task TrueAsync(Func<Task<bool>> condition, string what)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(start) > Limit) throw new TimeoutException($"Never happened: {what}");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
