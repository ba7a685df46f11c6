namespace BotPhone.Jobs;

/// <summary>The store of documents does not do its work now; the message says why, in Portuguese, as a clause.</summary>
/// <param name="reason">What is wrong.</param>
/// <param name="innerException">What it was seen by, for the server's log only.</param>
/// <param name="setting">The key of the configuration that the store refuses, or null when it may be well again by itself.</param>
internal sealed class DocumentStoreException(string reason, Exception? innerException = null, string? setting = null) : Exception(reason, innerException)
{
    public string? Setting => setting;
}
