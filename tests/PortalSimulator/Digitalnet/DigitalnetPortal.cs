using BotPhone.PortalSimulator.Events;
using BotPhone.PortalSimulator.Sessions;
using BotPhone.PortalSimulator.Troubles;

namespace BotPhone.PortalSimulator.Digitalnet;

/// <summary>The simulated DIGITALNET portal: the site, which is one page, and the origin of its API.</summary>
internal sealed class DigitalnetPortal(DigitalnetOptions options, TimeProvider time, EventLog events) : SimulatedPortal("DIGITALNET", options, time, events)
{
    public Uri Site { get; private set; } = null!;

    public Uri Api { get; private set; } = null!;

    /// <summary>An origin whose certificate nobody vouches for (T11).</summary>
    public Uri Untrusted { get; private set; } = null!;

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Operators:Settings:DIGITALNET:Address"] = Site.AbsoluteUri };

    public override IReadOnlyList<SimulatedLogin> Logins => DigitalnetData.Logins;

    public override IReadOnlyList<SimulatedInvoice> Invoices => DigitalnetData.Invoices;

    public override IReadOnlyList<TroubleKind> TroubleKinds => DigitalnetTroubles.All;

    public DigitalnetOptions Options => options;

    public DigitalnetTexts Texts => field ??= Skin.Texts<DigitalnetTexts>();

    public DigitalnetTokens Tokens { get; } = new(options.TokenLifetime);

    public DigitalnetLockedBoletos Locked { get; } = new();

    public override async Task StartAsync(CancellationToken ct)
    {
        Site = await StartOriginAsync("portal", new DigitalnetPages(this).Map, ct);
        Api = await StartOriginAsync("api", MapApi, ct);
        Untrusted = await StartOriginAsync("sem certificado", _ => { }, ct, selfSigned: true);
    }

    /// <summary>What T13 makes of an element, for the page's script.</summary>
    public object? Changed(SimulatedLogin? login, string element) =>
        Troubles.Take("T13", login?.User, one => one.Element == element) is { } trouble ? new { element, renamed = trouble.Variant == "renomeado" } : null;

    private void MapApi(IEndpointRouteBuilder routes)
    {
        var bearer = new DigitalnetBearer(this);
        var api = routes.MapGroup("/v1").AllowOnly(() => Site);
        new DigitalnetAuthApi(this).Map(api.MapGroup("/auth"));

        var data = api.MapGroup("")
            .AddEndpointFilter(new DigitalnetApiTroubles(this, bearer).FilterAsync)
            .AddEndpointFilter(bearer.FilterAsync)
            .AddEndpointFilter(new SignedIn(Sessions, _ => DigitalnetBearer.Refused, bearer.Session).FilterAsync);
        new DigitalnetContractApi(this).Map(data);
        new DigitalnetDocumentApi(this).Map(data);
    }
}
