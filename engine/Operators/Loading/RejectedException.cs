namespace BotPhone.Operators;

/// <summary>An operator's folder cannot be loaded; the message says why, in Portuguese, as a clause.</summary>
internal sealed class RejectedException(string message, Exception? innerException = null) : Exception(message, innerException);
