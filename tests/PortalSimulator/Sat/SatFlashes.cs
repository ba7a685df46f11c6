using System.Collections.Concurrent;
using BotPhone.PortalSimulator.Sessions;

namespace BotPhone.PortalSimulator.Sat;

/// <summary>What the next page of a session tells, once.</summary>
internal sealed class SatFlashes
{
    private readonly ConcurrentDictionary<string, SatFlash> _waiting = new();

    public void Put(PortalSession session, SatFlash flash) => _waiting[session.Id] = flash;

    public SatFlash? Take(PortalSession session) => _waiting.TryRemove(session.Id, out var flash) ? flash : null;

    public void Clear() => _waiting.Clear();
}

/// <param name="IsGood">Whether it tells of success.</param>
/// <param name="Text">What it says.</param>
internal sealed record SatFlash(bool IsGood, string Text);
