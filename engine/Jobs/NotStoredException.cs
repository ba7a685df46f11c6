namespace BotPhone.Jobs;

/// <summary>Nothing can be written at the moment: the request was not taken, and may be sent again.</summary>
internal sealed class NotStoredException(Exception cause) : IOException("O servidor não consegue gravar agora.", cause);
