namespace BotPhone.Jobs;

/// <summary>The store cannot be reached at the moment: what was asked may be asked again.</summary>
internal sealed class StoreAwayException(Exception cause) : Exception(cause.Message, cause);
