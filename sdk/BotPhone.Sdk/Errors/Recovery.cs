namespace BotPhone.Sdk;

/// <summary>What the server does after a failure.</summary>
public enum Recovery
{
    /// <summary>Nothing: the job fails at once. Always so for a refused sign-in, since a second wrong password may lock the account.</summary>
    None,

    /// <summary>The whole job is run once more with a new session, then fails.</summary>
    NewSession,

    /// <summary>The whole job is run again, with growing pauses.</summary>
    WholeJob,

    /// <summary>Only the download is repeated (inside <see cref="JobContext.FetchInvoiceAsync"/>), with growing pauses.</summary>
    DownloadOnly,
}
