using Microsoft.Extensions.Options;

namespace BotPhone.Notifications;

/// <summary>Bounds how many clients follow at the same time.</summary>
internal sealed class StreamPermits(IOptions<NotificationsOptions> options)
{
    private int _taken;

    public bool TryTake()
    {
        if (Interlocked.Increment(ref _taken) <= options.Value.MaxClients) return true;
        GiveBack();
        return false;
    }

    public void GiveBack() => Interlocked.Decrement(ref _taken);
}
