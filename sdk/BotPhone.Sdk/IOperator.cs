namespace BotPhone.Sdk;

/// <summary>
/// One carrier's portal: knows how to sign in, find the right invoice and fetch it.
/// </summary>
/// <remarks>
/// Export the implementation with <see cref="OperatorAttribute"/>. The server makes a new instance for every attempt of a job
/// through the public constructor without parameters, and disposes it afterwards when it is disposable. Keep no static state:
/// several jobs of one operator run at the same time.
/// </remarks>
public interface IOperator
{
    /// <summary>Runs one attempt of a job.</summary>
    /// <param name="job">Everything the operator gets: the payload, its settings, a browser, the job's log.</param>
    /// <returns>What was fetched: the proof that the job succeeded.</returns>
    /// <exception cref="OperatorException">
    /// The expected way to fail: the code decides what the client reads and whether the server tries again. Any other
    /// exception ends the job as <see cref="ErrorCode.OperatorFailed"/>; its details go to the server's log, never to the client.
    /// </exception>
    Task<OperatorResult> RunAsync(JobContext job);
}
