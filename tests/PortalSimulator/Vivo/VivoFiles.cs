using System.Collections.Concurrent;
using System.Threading.Channels;
using BotPhone.PortalSimulator.Sessions;

namespace BotPhone.PortalSimulator.Vivo;

/// <summary>A document that is being prepared.</summary>
/// <param name="Id">The page's own name for it.</param>
/// <param name="Invoice">Whose document it is.</param>
/// <param name="Time">How long it takes; null is for ever.</param>
/// <param name="Fails">It will not be there even then.</param>
internal sealed record VivoFile(string Id, SimulatedInvoice Invoice, TimeSpan? Time, bool Fails);

/// <summary>The documents that sessions wait for, and the one-time tokens of those that are ready.</summary>
internal sealed class VivoFiles
{
    private readonly ConcurrentDictionary<PortalSession, Channel<VivoFile>> _waiting = new();
    private readonly ConcurrentDictionary<string, SimulatedInvoice> _tokens = new();

    public Channel<VivoFile> Of(PortalSession session) => _waiting.GetOrAdd(session, _ => Channel.CreateUnbounded<VivoFile>());

    public string Token(SimulatedInvoice invoice)
    {
        var token = PortalSessions.NewId();
        _tokens[token] = invoice;
        return token;
    }

    /// <summary>What the token stands for, if it was not used before.</summary>
    public SimulatedInvoice? Redeem(string token) => _tokens.TryRemove(token, out var invoice) ? invoice : null;

    public void Clear()
    {
        _waiting.Clear();
        _tokens.Clear();
    }
}
