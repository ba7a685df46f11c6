using Microsoft.Extensions.Logging;

namespace BotPhone.Sdk;

/// <summary>One attempt of one job, as its operator sees it. Valid only while <see cref="IOperator.RunAsync"/> runs.</summary>
public abstract class JobContext
{
    /// <summary>The job's identity, the same that the client got.</summary>
    public abstract Guid Id { get; }

    /// <summary>Which attempt this is; the first is 1.</summary>
    public abstract int Attempt { get; }

    /// <summary>
    /// Lines for the job's log, which the client reads live: write Portuguese in words a user understands. From
    /// <see cref="LogLevel.Information"/> on they reach the client; below, only the server's log. The values of secret payload
    /// fields are blanked wherever they appear.
    /// </summary>
    public abstract ILogger Log { get; }

    /// <summary>Is cancelled when the job's time is over or the server stops. Hand it on to everything that waits.</summary>
    public abstract CancellationToken Cancellation { get; }

    /// <summary>The request, already checked against its schema.</summary>
    /// <typeparam name="T">The type named in <see cref="OperatorAttribute.Payload"/>, or one of its base types.</typeparam>
    public abstract T Payload<T>() where T : class;

    /// <summary>The settings from <c>operator.json</c>, with those of the server's configuration (<c>Operators:Settings:{CODE}</c>) over them.</summary>
    /// <typeparam name="T">The type named in <see cref="OperatorAttribute.Settings"/>.</typeparam>
    public abstract T Settings<T>() where T : class;

    /// <summary>
    /// Opens a clean browser session for this attempt: no cookies, no storage, an empty download folder. The server ends it
    /// after the attempt, whatever happens; an operator need not dispose it.
    /// </summary>
    /// <exception cref="OperatorException"><see cref="ErrorCode.PortalUnavailable"/>: the browser could not be started.</exception>
    public abstract Task<Portal> OpenPortalAsync();

    /// <summary>Says what is being done now and how far the operator is.</summary>
    /// <param name="description">A few words in Portuguese for the client, for example <c>Entrando</c>.</param>
    /// <param name="progress">
    /// The operator's own progress, 0 to 100, which the server scales; <see langword="null"/> leaves it as it is. A value below an earlier one is ignored.
    /// </param>
    public abstract void Step(string description, int? progress = null);

    /// <summary>
    /// Downloads an invoice and proves that it is the right one: a PDF by its bytes that opens, whose own text names the
    /// CNPJ or the account, with the due date that the portal promised.
    /// </summary>
    /// <param name="expected">What the portal's list said about the invoice.</param>
    /// <param name="download">
    /// Fetches the file. It is called again, after a pause, when the download failed in a way that a second try may mend, so it
    /// must bring the page back to where the download starts.
    /// </param>
    /// <returns>The proven file, to be returned in the <see cref="OperatorResult"/>.</returns>
    /// <exception cref="OperatorException">
    /// <see cref="ErrorCode.NotPdf"/>, <see cref="ErrorCode.TruncatedFile"/>, <see cref="ErrorCode.EmptyFile"/>, <see cref="ErrorCode.ProtectedFile"/> or
    /// <see cref="ErrorCode.WrongInvoice"/>; or what <paramref name="download"/> threw.
    /// </exception>
    public abstract Task<VerifiedInvoice> FetchInvoiceAsync(ExpectedInvoice expected, Func<Task<DownloadedFile>> download);
}
