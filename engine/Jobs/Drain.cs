namespace BotPhone.Jobs;

/// <summary>How a server that stops parts with what runs: it may end for a while, and is then given back.</summary>
internal static class Drain
{
    // What does not end by then, because its end cannot be written, is found again later.
    private static readonly TimeSpan GiveBackLimit = TimeSpan.FromSeconds(30);

    /// <param name="running">All that runs.</param>
    /// <param name="limit">How long it may go on.</param>
    /// <param name="giveBack">Has it given back.</param>
    /// <param name="time">The clock.</param>
    public static async Task WaitAsync(Task running, TimeSpan limit, Func<Task> giveBack, TimeProvider time)
    {
        try
        {
            await running.WaitAsync(limit, time);
        }
        catch (TimeoutException)
        {
            await giveBack();
            await running.WaitAsync(GiveBackLimit, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
