namespace BotPhone.Sdk.Testing;

/// <summary>Who asks.</summary>
/// <param name="EndSession">Ends the session of whoever asks.</param>
/// <param name="Gone">Is cancelled when nobody waits for the answer any more.</param>
internal sealed record SiteVisit(Action EndSession, CancellationToken Gone);
