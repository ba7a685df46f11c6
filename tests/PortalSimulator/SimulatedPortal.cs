using BotPhone.PortalSimulator.Events;
using BotPhone.PortalSimulator.Hosting;
using BotPhone.PortalSimulator.Sessions;
using BotPhone.PortalSimulator.Skins;
using BotPhone.PortalSimulator.Troubles;

namespace BotPhone.PortalSimulator;

/// <summary>A simulated portal: its origins, and what they share.</summary>
/// <param name="name">The operator's code, which is also the folder's name but for the case.</param>
/// <param name="options">How it behaves when nothing is wrong.</param>
/// <param name="time">The clock of events and delays.</param>
/// <param name="events">Receives what it sees.</param>
internal abstract class SimulatedPortal(string name, PortalOptions options, TimeProvider time, EventLog events) : IAsyncDisposable
{
    private readonly List<LoopbackServer> _servers = [];
    private readonly Dictionary<string, Uri> _addresses = [];

    public string Name => name;

    /// <summary>Its origins, by what they are for.</summary>
    public IReadOnlyDictionary<string, Uri> Addresses => _addresses;

    /// <summary>What the operator's settings must say for it to work here.</summary>
    public abstract IReadOnlyDictionary<string, string> Settings { get; }

    public abstract IReadOnlyList<SimulatedLogin> Logins { get; }

    public abstract IReadOnlyList<SimulatedInvoice> Invoices { get; }

    public abstract IReadOnlyList<TroubleKind> TroubleKinds { get; }

    public TroubleBoard Troubles { get; } = new();

    public Pauses Pauses { get; } = new(time);

    public SkinFiles Skin { get; } = new(name[..1] + name[1..].ToLowerInvariant(), options.Skin);

    public PortalSessions Sessions => field ??= new(Troubles);

    public DateTimeOffset Now => time.GetUtcNow();

    public abstract Task StartAsync(CancellationToken ct);

    public void Record(string kind, string? login, Func<SimulatedEvent, SimulatedEvent>? with = null)
    {
        var seen = new SimulatedEvent { At = Now, Portal = Name, Kind = kind, Login = login };
        events.Add(with?.Invoke(seen) ?? seen);
    }

    /// <summary>Forgets troubles and sessions.</summary>
    public virtual void Reset()
    {
        Troubles.Clear();
        Sessions.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
            await server.DisposeAsync();
    }

    /// <summary>Starts an origin on the next port of the portal.</summary>
    /// <param name="use">What the origin is for, in Portuguese: <c>portal</c>, <c>acesso</c>.</param>
    /// <param name="map">Adds its routes.</param>
    /// <param name="ct">Ends the start.</param>
    /// <param name="selfSigned">Whether it speaks HTTPS, with a certificate that nobody vouches for.</param>
    protected async Task<Uri> StartOriginAsync(string use, Action<IEndpointRouteBuilder> map, CancellationToken ct, bool selfSigned = false)
    {
        var server = await LoopbackServer.StartAsync(options.Port == 0 ? 0 : options.Port + _servers.Count, map, ct, selfSigned ? SelfSigned.Of(use) : null);
        _servers.Add(server);
        return _addresses[use] = server.Address;
    }
}
