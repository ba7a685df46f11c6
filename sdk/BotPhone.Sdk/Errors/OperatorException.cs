namespace BotPhone.Sdk;

/// <summary>The one way in which an operator fails on purpose.</summary>
public sealed class OperatorException : Exception
{
    /// <summary>Makes a failure with the code's usual explanation.</summary>
    /// <param name="code">What went wrong.</param>
    public OperatorException(ErrorCode code)
        : this(code, code?.Explanation ?? "")
    {
    }

    /// <summary>Makes a failure that says what was seen.</summary>
    /// <param name="code">What went wrong.</param>
    /// <param name="message">
    /// What happened, in Portuguese, for the client: a clause without a final full stop, as it follows the category ("Erro de
    /// navegação web: …") and precedes the code's advice.
    /// </param>
    /// <param name="innerException">The cause, for the server's log only.</param>
    public OperatorException(ErrorCode code, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        ArgumentNullException.ThrowIfNull(code);
        Code = code;
    }

    /// <summary>What went wrong, from the closed set.</summary>
    public ErrorCode Code { get; }
}
