using BotPhone.Sdk;

namespace BotPhone.Jobs;

/// <summary>How a job ended.</summary>
/// <param name="Failure">Why it failed; null when it did not.</param>
internal sealed record JobOutcome(ErrorCode? Failure)
{
    public static JobOutcome Success { get; } = new((ErrorCode?)null);

    public bool IsSuccess => Failure is null;

    /// <summary>Whether the portal was down.</summary>
    public bool IsOutage => Failure == ErrorCode.PortalUnavailable || Failure == ErrorCode.Maintenance;
}
