using BotPhone.PortalSimulator.Events;
using BotPhone.PortalSimulator.Hosting;
using BotPhone.PortalSimulator.Troubles;

namespace BotPhone.PortalSimulator.Oi;

/// <summary>The simulated OI portal: its two origins, and what they share.</summary>
internal sealed class OiPortal(OiOptions options, TimeProvider time, EventLog events) : IPortal
{
    private LoopbackServer? _site;
    private LoopbackServer? _login;

    public string Name => "OI";

    public Uri Site => _site!.Address;

    public Uri Login => _login!.Address;

    public IReadOnlyDictionary<string, Uri> Addresses => new Dictionary<string, Uri> { ["portal"] = Site, ["acesso"] = Login };

    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Operators:Settings:OI:Address"] = Site.AbsoluteUri };

    public IReadOnlyList<SimulatedLogin> Logins => OiData.Logins;

    public IReadOnlyList<SimulatedInvoice> Invoices => OiData.Invoices;

    public IReadOnlyList<TroubleKind> TroubleKinds => OiTroubles.All;

    public OiOptions Options => options;

    public TroubleBoard Troubles { get; } = new();

    public Pauses Pauses { get; } = new(time);

    public OiSkinFiles Skin { get; } = new(options.Skin);

    public OiSessions Sessions { get; } = new();

    public OiSecondCopies SecondCopies { get; } = new();

    public DateTimeOffset Now => time.GetUtcNow();

    public async Task StartAsync(CancellationToken ct)
    {
        _login = await LoopbackServer.StartAsync(options.LoginPort, new OiLoginSite(this).Map, ct);
        _site = await LoopbackServer.StartAsync(options.Port, MapSite, ct);
    }

    public void Record(string kind, string? login, Func<SimulatedEvent, SimulatedEvent>? with = null)
    {
        var seen = new SimulatedEvent { At = Now, Portal = Name, Kind = kind, Login = login };
        events.Add(with?.Invoke(seen) ?? seen);
    }

    public void Reset()
    {
        Troubles.Clear();
        Sessions.Clear();
        SecondCopies.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
            await _site.DisposeAsync();
        if (_login is not null)
            await _login.DisposeAsync();
    }

    private void MapSite(IEndpointRouteBuilder routes)
    {
        new OiPages(this).Map(routes);
        new OiSessionApi(this).Map(routes);
        var api = routes.MapGroup("/api").AddEndpointFilter(new OiSignedIn(this).FilterAsync);
        new OiInvoiceApi(this).Map(api);
        new OiSecondCopyApi(this).Map(api);
    }
}
