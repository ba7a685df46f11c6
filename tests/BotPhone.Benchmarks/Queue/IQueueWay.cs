namespace BotPhone.Benchmarks;

/// <summary>A way to have jobs done in the background, five at a time, whose only work is to be counted.</summary>
internal interface IQueueWay : IAsyncDisposable
{
    const int AtATime = 5;

    string Name { get; }

    /// <summary>Hands over a job.</summary>
    /// <param name="payload">What it is about, as JSON.</param>
    Task SubmitAsync(string payload);

    /// <summary>Waits until that many more jobs are done than when it was asked last.</summary>
    Task UntilDoneAsync(int count);
}
