namespace BotPhone.Jobs;

/// <summary>One at a time for each key, on whatever node.</summary>
internal interface ITurns
{
    /// <returns>The turn; it ends when it is disposed.</returns>
    Task<IAsyncDisposable> EnterAsync(string key, CancellationToken cancellation);
}
