namespace BotPhone.Hosting;

/// <summary>The server cannot start; the message is the one line that the user reads.</summary>
internal sealed class StartupException(string message) : Exception(message);
