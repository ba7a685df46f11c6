namespace BotPhone.Operators;

/// <summary>A folder that was not loaded, and why.</summary>
internal sealed record RejectedFolder(string Folder, string Reason, DateTimeOffset Since);
