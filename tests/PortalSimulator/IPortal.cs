using BotPhone.PortalSimulator.Troubles;

namespace BotPhone.PortalSimulator;

/// <summary>A simulated portal, as the control address sees it.</summary>
internal interface IPortal : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Its origins, by what they are for.</summary>
    IReadOnlyDictionary<string, Uri> Addresses { get; }

    /// <summary>What the operator's settings must say for it to work here.</summary>
    IReadOnlyDictionary<string, string> Settings { get; }

    IReadOnlyList<SimulatedLogin> Logins { get; }

    IReadOnlyList<SimulatedInvoice> Invoices { get; }

    IReadOnlyList<TroubleKind> TroubleKinds { get; }

    TroubleBoard Troubles { get; }

    /// <summary>Forgets troubles and sessions.</summary>
    void Reset();
}
