namespace BotPhone.Tests.Documents.Stores;

/// <summary>How much memory work holds on to at its worst.</summary>
internal static class LiveMemory
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <returns>Bytes in use above those before the work, seen several times a second; what could be given back does not count.</returns>
    public static async Task<long> GrowthAsync(Func<Task> work)
    {
        var before = InUse();
        var most = before;
        var working = Task.Run(work);
        while (!working.IsCompleted)
        {
            most = Math.Max(most, InUse());
            await Task.WhenAny(working, Task.Delay(Pause, TimeProvider.System));
        }

        await working;
        return most - before;
    }

    private static long InUse()
    {
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
