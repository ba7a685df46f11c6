using BotPhone.Sdk;
using Polly;
using Polly.Retry;

namespace BotPhone.Invoices;

/// <summary>Runs something again as a policy says.</summary>
internal static class Retry
{
    public static async Task<T> RunAsync<T>(
        Func<Task<T>> action, Func<ErrorCode, int, TimeSpan?> policy, Action<OperatorException, TimeSpan> announce, TimeProvider time, CancellationToken cancellation)
    {
        var pipeline = new ResiliencePipelineBuilder<T> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<T>
            {
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = args => ValueTask.FromResult(PauseAfter(args.Outcome.Exception, args.AttemptNumber) is not null),
                DelayGenerator = args => ValueTask.FromResult(PauseAfter(args.Outcome.Exception, args.AttemptNumber)),
                OnRetry = args =>
                {
                    announce((OperatorException)args.Outcome.Exception!, args.RetryDelay);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
        return await pipeline.ExecuteAsync(async _ => await action(), cancellation);

        // Polly counts from 0.
        TimeSpan? PauseAfter(Exception? exception, int attempt) => exception is OperatorException failure ? policy(failure.Code, attempt + 1) : null;
    }
}
