namespace BotPhone.Sdk;

/// <summary>A file that the browser has put into the job's download folder, not yet checked.</summary>
/// <param name="Path">Where it is. The folder is removed with the session.</param>
/// <param name="SuggestedName">The name that the portal gave it, for the log; never used as a path.</param>
public sealed record DownloadedFile(string Path, string SuggestedName);
