namespace BotPhone.Api;

/// <summary>Who may follow live notifications, and who may see them whole.</summary>
internal interface IStreamAccess
{
    /// <summary>Whether nobody may follow without a token (<c>Auth:ProtectStreams</c>).</summary>
    bool NeedsToken { get; }

    Task<bool> IsValidAsync(string token);
}
