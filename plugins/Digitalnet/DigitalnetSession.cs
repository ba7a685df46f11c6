using BotPhone.Sdk;

namespace BotPhone.Operators.Digitalnet;

/// <summary>The session with the portal.</summary>
internal sealed class DigitalnetSession(Portal portal, DigitalnetSettings settings)
{
    /// <summary>
    /// Makes sure that it is alive, before an empty list is believed: one that is over may show empty lists and say nothing, but not the
    /// client's own data.
    /// </summary>
    public async Task CheckAsync()
    {
        await portal.ClickAsync(settings.Account);
        await portal.WaitForAsync(settings.AccountData);
    }
}
