using System.Diagnostics.Metrics;
using BotPhone.Hosting;
using Microsoft.Extensions.Options;

namespace BotPhone.Notifications;

/// <summary>Bounds how many clients follow at the same time, and for how long they may keep a server that stops.</summary>
internal sealed class StreamPlaces
{
    private static readonly TimeSpan GoodbyeTimeout = TimeSpan.FromSeconds(5);
    private readonly IOptions<NotificationsOptions> _options;
    private readonly IHostApplicationLifetime _lifetime;
    private int _taken;

    public StreamPlaces(IOptions<NotificationsOptions> options, IHostApplicationLifetime lifetime, IMeterFactory meters)
    {
        (_options, _lifetime) = (options, lifetime);
        meters.Gauge("botphone.live.clients", "{client}", "Clients that follow live", () => Volatile.Read(ref _taken));
    }

    /// <summary>Gives a client a place until its response is over.</summary>
    /// <returns>False when there is none.</returns>
    public bool TryTake(HttpContext http)
    {
        if (Interlocked.Increment(ref _taken) > _options.Value.MaxClients)
        {
            Interlocked.Decrement(ref _taken);
            return false;
        }

        // A client is told goodbye; one that does not read it is cut off.
        var patience = new CancellationTokenSource();
        var cut = patience.Token.Register(http.Abort);
        var stopping = _lifetime.ApplicationStopping.Register(() => patience.CancelAfter(GoodbyeTimeout));
        http.Response.OnCompleted(() =>
        {
            stopping.Dispose();
            cut.Dispose();
            patience.Dispose();
            Interlocked.Decrement(ref _taken);
            return Task.CompletedTask;
        });
        return true;
    }
}
