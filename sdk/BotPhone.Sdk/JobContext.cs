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
    /// Opens a clean browser session for this attempt: no cookies, no storage, an empty download folder; or, first, the one that an earlier job of the
    /// login has left signed in (<see cref="OperatorAttribute.ReusesSession"/>). The server ends it after the attempt, whatever happens; an operator
    /// need not dispose it.
    /// </summary>
    /// <param name="selfSigned">
    /// Addresses whose self-signed certificate is accepted, and only theirs; <see langword="null"/> (the default) for none.
    /// </param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.PortalUnavailable"/>: the browser could not be started.</exception>
    public abstract Task<Portal> OpenPortalAsync(IReadOnlyList<Uri>? selfSigned = null);

    /// <summary>
    /// Signs in. Every operator does so through here, since a password is sent once: if something fails after it was sent and before the
    /// portal has shown that it was accepted, the job is not run again, whatever the code. Once signed in, the server signs out at
    /// the end of the attempt.
    /// </summary>
    /// <param name="send">The step that sends the password, usually a click.</param>
    /// <param name="confirm">Waits for what only those see who are signed in.</param>
    /// <param name="signOut">
    /// Signs out; called at the end of the attempt, on whatever page that ended, after the evidence of a failure was taken. Its own failure is
    /// ignored: the session ends by itself.
    /// </param>
    /// <exception cref="OperatorException">What <paramref name="send"/> or <paramref name="confirm"/> threw.</exception>
    public abstract Task SignInAsync(Func<Task> send, Func<Task> confirm, Func<Task> signOut);

    /// <summary>
    /// Goes on in the session that an earlier job of the same login has left signed in, where the operator allows it
    /// (<see cref="OperatorAttribute.ReusesSession"/>). Ask once the portal's address is open, and sign in if there is nothing to go on in. A session
    /// that has ended meanwhile is given up, and the attempt begins anew in a clean one.
    /// </summary>
    /// <param name="isSignedIn">Waits for what the page shows, and says whether only those see it who are signed in.</param>
    /// <param name="signOut">As for <see cref="SignInAsync"/>.</param>
    /// <returns>Whether someone is signed in; false when this attempt has a session of its own, which is clean.</returns>
    /// <exception cref="OperatorException"><see cref="ErrorCode.SessionExpired"/>: let it through, the server begins anew.</exception>
    public abstract Task<bool> ResumeSessionAsync(Func<Task<bool>> isSignedIn, Func<Task> signOut);

    /// <summary>Says what is being done now and how far the operator is.</summary>
    /// <param name="description">A few words in Portuguese for the client, for example <c>Entrando</c>.</param>
    /// <param name="progress">
    /// The operator's own progress, 0 to 100, which the server scales; <see langword="null"/> leaves it as it is. A value below an earlier one is ignored.
    /// </param>
    public abstract void Step(string description, int? progress = null);

    /// <summary>
    /// Downloads an invoice and proves that it is the right one: a PDF by its bytes that opens, whose own text names the
    /// CNPJ or the account, with the due date that the portal promised; or a FEBRABAN telecom text file (V3R0) of which that is true.
    /// Of a ZIP, the one in it of which that is true; of a PDF and a text file of the same invoice, the PDF. A PDF that has no text at
    /// all, such as a scan, is taken with a note, since it cannot speak against itself.
    /// </summary>
    /// <param name="expected">What the portal's list said about the invoice.</param>
    /// <param name="download">
    /// Fetches the file. It is called again, after a pause, when the download failed in a way that a second try may mend, so it
    /// must bring the page back to where the download starts.
    /// </param>
    /// <returns>The proven file, to be returned in the <see cref="OperatorResult"/>.</returns>
    /// <exception cref="OperatorException">
    /// <see cref="ErrorCode.NotPdf"/>, <see cref="ErrorCode.TruncatedFile"/>, <see cref="ErrorCode.EmptyFile"/>, <see cref="ErrorCode.InvalidZip"/>, <see cref="ErrorCode.ProtectedFile"/> or
    /// <see cref="ErrorCode.WrongInvoice"/>; or what <paramref name="download"/> threw.
    /// </exception>
    public abstract Task<VerifiedInvoice> FetchInvoiceAsync(ExpectedInvoice expected, Func<Task<DownloadedFile>> download);

    /// <summary>Puts PDFs behind one another into one file.</summary>
    /// <param name="pdfs">At least one, in the order of their pages.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.NotPdf"/> and the like: one of them is no whole PDF.</exception>
    public abstract Task<DownloadedFile> MergeAsync(IReadOnlyList<DownloadedFile> pdfs);

    /// <summary>Takes the encryption off a PDF.</summary>
    /// <param name="pdf">The file; one that is not encrypted is given back as it is.</param>
    /// <param name="password">What opens it.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.ProtectedFile"/>: it has another password; <see cref="ErrorCode.NotPdf"/> and the like.</exception>
    public abstract Task<DownloadedFile> DecryptAsync(DownloadedFile pdf, string password);

    /// <summary>Opens a file of the server's store, to hand it on.</summary>
    /// <param name="key">Its name in the store.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.StorageFailed"/>: there is no such file.</exception>
    public abstract Task<StoredFile> OpenStoredAsync(StorageKey key);

    /// <summary>Whether this or an earlier attempt of the job has set a mark, also before a crash of the server.</summary>
    /// <param name="mark">The mark's name.</param>
    public abstract bool HasMark(string mark);

    /// <summary>
    /// Sets a mark of the job, which is on disk when the task completes: before a step that must not be done twice, so that a later attempt
    /// knows that it may have been done.
    /// </summary>
    /// <param name="mark">1 to 64 characters.</param>
    public abstract Task MarkAsync(string mark);
}
