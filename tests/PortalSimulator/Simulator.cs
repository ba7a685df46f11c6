using BotPhone.PortalSimulator.Control;
using BotPhone.PortalSimulator.Digitalnet;
using BotPhone.PortalSimulator.Embratel;
using BotPhone.PortalSimulator.Events;
using BotPhone.PortalSimulator.Hosting;
using BotPhone.PortalSimulator.Oi;
using BotPhone.PortalSimulator.Sat;
using BotPhone.PortalSimulator.Vivo;

namespace BotPhone.PortalSimulator;

/// <summary>The simulated portals and their control address, on ports of 127.0.0.1. Several may run side by side.</summary>
public sealed class Simulator : IAsyncDisposable
{
    private readonly EventLog _events = new();
    private readonly IReadOnlyList<SimulatedPortal> _portals;
    private LoopbackServer? _control;

    private Simulator(SimulatorOptions options)
    {
        SimulatedPortal[] all =
        [
            new OiPortal(options.Oi, options.Time, _events),
            new VivoPortal(options.Vivo, options.Time, _events),
            new EmbratelPortal(options.Embratel, options.Time, _events),
            new DigitalnetPortal(options.Digitalnet, options.Time, _events),
            new SatPortal(options.Sat, options.Time, _events),
        ];
        _portals = [.. all.Where(portal => options.Portals is null || options.Portals.Contains(portal.Name))];
    }

    /// <summary>The origin of <c>/__sim/…</c>, which the portals themselves do not have.</summary>
    public Uri Control => _control!.Address;

    /// <summary>What the server's configuration must say for its operators to work here.</summary>
    public IReadOnlyDictionary<string, string> Settings => _portals.SelectMany(portal => portal.Settings).ToDictionary();

    public IReadOnlyList<SimulatedLogin> Logins => [.. _portals.SelectMany(portal => portal.Logins)];

    public IReadOnlyList<SimulatedClient> Clients => [.. Logins.SelectMany(login => login.Clients).Distinct()];

    public IReadOnlyList<SimulatedInvoice> Invoices => [.. _portals.SelectMany(portal => portal.Invoices)];

    /// <summary>What was registered in SAT so far, in order.</summary>
    public IReadOnlyList<SatRow> Registrations => [.. _portals.OfType<SatPortal>().SelectMany(portal => portal.Book.Added)];

    /// <summary>What the portals saw so far, in order.</summary>
    public IReadOnlyList<SimulatedEvent> Events => _events.All();

    /// <exception cref="IOException">A port is taken.</exception>
    public static async Task<Simulator> StartAsync(SimulatorOptions? options = null, CancellationToken ct = default)
    {
        options ??= new();
        var simulator = new Simulator(options);
        try
        {
            foreach (var portal in simulator._portals)
                await portal.StartAsync(ct);
            simulator._control = await LoopbackServer.StartAsync(options.ControlPort, new ControlApi(simulator).Map, ct);
            return simulator;
        }
        catch
        {
            await simulator.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes something go wrong from now on.</summary>
    /// <exception cref="ArgumentException">No portal has such a trouble; the message, in Portuguese, says what is wrong.</exception>
    public void Inject(Trouble trouble)
    {
        ArgumentNullException.ThrowIfNull(trouble);
        if (FaultOf(trouble) is { } fault)
            throw new ArgumentException(fault, nameof(trouble));
        var portal = _portals.Single(one => one.Name == trouble.Portal);
        portal.Troubles.Add(portal.TroubleKinds.Single(kind => kind.Code == trouble.Kind).Complete(trouble));
    }

    /// <summary>Forgets events, troubles, sessions and what was registered.</summary>
    public void Reset()
    {
        foreach (var portal in _portals)
            portal.Reset();
        _events.Clear();
    }

    /// <summary>The origins of a portal, by what they are for.</summary>
    public IReadOnlyDictionary<string, Uri> AddressesOf(string portal) => _portals.Single(one => one.Name == portal).Addresses;

    public async ValueTask DisposeAsync()
    {
        if (_control is not null)
            await _control.DisposeAsync();
        foreach (var portal in _portals)
            await portal.DisposeAsync();
    }

    internal IReadOnlyList<SimulatedPortal> Portals => _portals;

    internal string? FaultOf(Trouble trouble)
    {
        if (_portals.FirstOrDefault(portal => portal.Name == trouble.Portal) is not { } portal)
            return $"portal '{trouble.Portal}' desconhecido: use {string.Join(", ", _portals.Select(one => one.Name))}.";
        if (trouble.Scope != "*" && portal.Logins.All(login => login.User != trouble.Scope))
            return $"escopo '{trouble.Scope}' desconhecido: use um login de {portal.Name} ou *.";
        if (portal.TroubleKinds.FirstOrDefault(kind => kind.Code == trouble.Kind) is not { } kind)
            return $"tipo '{trouble.Kind}' desconhecido em {portal.Name}: use {string.Join(", ", portal.TroubleKinds.Select(one => one.Code))}.";
        return kind.FaultOf(trouble);
    }
}
