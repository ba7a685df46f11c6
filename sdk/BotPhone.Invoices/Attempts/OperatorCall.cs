using BotPhone.Sdk;

namespace BotPhone.Invoices;

/// <summary>The edge to an operator's code, which is not ours: it may block, throw anything, or ignore its token.</summary>
internal static class OperatorCall
{
    /// <summary>Once the token is cancelled nobody waits for the operator any more; its browser is gone a moment later.</summary>
    /// <param name="run">Runs the operator.</param>
    /// <param name="isProven">Whether a result is what this attempt itself has proven: an operator cannot make up a success.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="OperatorException">What the operator threw, whatever it was.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<OperatorResult> RunAsync(Func<Task<OperatorResult>> run, Func<OperatorResult?, bool> isProven, CancellationToken cancellation)
    {
        try
        {
            var result = await Task.Run(run, cancellation).WaitAsync(cancellation);
            return isProven(result)
                ? result
                : throw new OperatorException(ErrorCode.OperatorFailed, "a operadora terminou sem uma fatura verificada");
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (Exception exception) when (exception is not OperatorException)
        {
            throw new OperatorException(ErrorCode.OperatorFailed, ErrorCode.OperatorFailed.Explanation, exception);
        }
    }
}
