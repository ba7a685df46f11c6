using BotPhone.Sdk;

namespace BotPhone.Jobs;

/// <summary>Who can do something about a failure.</summary>
internal enum Blame
{
    /// <summary>Whoever asked: the access or the request must be mended.</summary>
    Client,

    /// <summary>The operator's portal, and what it served.</summary>
    Portal,

    /// <summary>The plugin, which does not know its portal (any more).</summary>
    Plugin,

    /// <summary>This server.</summary>
    Server,
}

/// <summary>Whose fault a code is, in one place: statistics go by it, and so does the fate of a new version of a plugin.</summary>
internal static class Blames
{
    private static readonly HashSet<ErrorCode> OfPortal =
        [ErrorCode.SessionExpired, ErrorCode.Maintenance, ErrorCode.PortalUnavailable, ErrorCode.Certificate, ErrorCode.Redirect];

    public static Blame Of(ErrorCode code) => code.Category switch
    {
        _ when code == ErrorCode.LayoutChanged || code == ErrorCode.OperatorFailed => Blame.Plugin,
        _ when code == ErrorCode.StorageFailed => Blame.Server,
        ErrorCategory.Timeout or ErrorCategory.File => Blame.Portal,
        ErrorCategory.Authentication or ErrorCategory.Navigation => OfPortal.Contains(code) ? Blame.Portal : Blame.Client,
        _ => Blame.Server,
    };

    /// <param name="name">A code's name; one that another version of the server knew is nobody else's fault.</param>
    public static Blame Of(string name) => ErrorCode.Find(name) is { } code ? Of(code) : Blame.Server;
}
