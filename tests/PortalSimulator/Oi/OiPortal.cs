using BotPhone.PortalSimulator.Events;
using BotPhone.PortalSimulator.Sessions;
using BotPhone.PortalSimulator.Troubles;

namespace BotPhone.PortalSimulator.Oi;

/// <summary>The simulated OI portal: the site, and the origin of its sign-in frame.</summary>
internal sealed class OiPortal(OiOptions options, TimeProvider time, EventLog events) : SimulatedPortal("OI", options, time, events)
{
    public Uri Site { get; private set; } = null!;

    public Uri Login { get; private set; } = null!;

    /// <summary>An origin whose certificate nobody vouches for (T11).</summary>
    public Uri Untrusted { get; private set; } = null!;

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Operators:Settings:OI:Address"] = Site.AbsoluteUri };

    public override IReadOnlyList<SimulatedLogin> Logins => OiData.Logins;

    public override IReadOnlyList<SimulatedInvoice> Invoices => OiData.Invoices;

    public override IReadOnlyList<TroubleKind> TroubleKinds => OiTroubles.All;

    public OiOptions Options => options;

    public OiTexts Texts => field ??= Skin.Texts<OiTexts>();

    /// <summary>With which the sign-in frame lets the top page in.</summary>
    public Tickets<SimulatedLogin> Tickets { get; } = new();

    public OiSecondCopies SecondCopies { get; } = new();

    public override async Task StartAsync(CancellationToken ct)
    {
        Site = await StartOriginAsync("portal", MapSite, ct);
        Login = await StartOriginAsync("acesso", new OiLoginSite(this).Map, ct);
        Untrusted = await StartOriginAsync("sem certificado", _ => { }, ct, selfSigned: true);
    }

    public override void Reset()
    {
        base.Reset();
        Tickets.Clear();
        SecondCopies.Clear();
    }

    private void MapSite(IEndpointRouteBuilder routes)
    {
        new OiPages(this).Map(routes);
        new OiSessionApi(this).Map(routes);
        var signedIn = new SignedIn(Sessions, _ => Results.Json(new { error = "sessao" }, statusCode: StatusCodes.Status401Unauthorized));
        var api = routes.MapGroup("/api").AddEndpointFilter(signedIn.FilterAsync);
        new OiInvoiceApi(this).Map(api);
        new OiSecondCopyApi(this).Map(api);
    }
}
