namespace BotPhone.Benchmarks;

/// <summary>Counts the jobs that others than the server do, in this process.</summary>
internal static class DoneJobs
{
    private static readonly SemaphoreSlim Count = new(0);

    public static void Add(string payload)
    {
        ArgumentException.ThrowIfNullOrEmpty(payload);
        Count.Release();
    }

    public static async Task UntilAsync(int count)
    {
        for (var i = 0; i < count; i++) await Count.WaitAsync();
    }
}
