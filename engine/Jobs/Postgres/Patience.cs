using Npgsql;
using Polly;
using Polly.Retry;
using Quartz;

namespace BotPhone.Jobs.Postgres;

/// <summary>What to do while the database restarts, or another takes its place: nobody who asks need know of it.</summary>
internal static class Patience
{
    private static readonly string[] Passing = ["57P", "08", "25P03"];

    // Ten seconds in all.
    private static readonly ResiliencePipeline Pipeline = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
    {
        ShouldHandle = new PredicateBuilder().Handle<Exception>(IsPassing),
        MaxRetryAttempts = 9,
        Delay = TimeSpan.FromMilliseconds(100),
        BackoffType = DelayBackoffType.Exponential,
        MaxDelay = TimeSpan.FromSeconds(2),
    }).Build();

    /// <summary>Whether the same may succeed in a moment.</summary>
    public static bool IsPassing(Exception failure) => failure switch
    {
        // Told to stop, stopping, or starting, a connection that broke, or a transaction that took too long.
        PostgresException answer => answer.IsTransient || Passing.Any(state => answer.SqlState.StartsWith(state, StringComparison.Ordinal)),
        // The queue says what the database said to it.
        SchedulerException { InnerException: { } cause } => IsPassing(cause),
        NpgsqlException or TimeoutException or IOException or System.Net.Sockets.SocketException => true,
        _ => false,
    };

    /// <summary>Asks, and again.</summary>
    /// <param name="ask">May be called several times.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="StoreAwayException">The database stays away.</exception>
    public static async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellation = default)
    {
        try
        {
            return await Pipeline.ExecuteAsync(async token => await ask(token), cancellation);
        }
        catch (Exception exception) when (IsPassing(exception))
        {
            throw new StoreAwayException(exception);
        }
    }
}
