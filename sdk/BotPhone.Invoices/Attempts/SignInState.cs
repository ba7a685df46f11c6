namespace BotPhone.Invoices;

/// <summary>Whether a password has left for the portal in this attempt, and what came of it.</summary>
internal enum SignInState
{
    /// <summary>No password was sent.</summary>
    NotTried,

    /// <summary>It was sent, and nothing yet has shown that it was accepted.</summary>
    Unknown,

    /// <summary>It was accepted.</summary>
    SignedIn,
}
