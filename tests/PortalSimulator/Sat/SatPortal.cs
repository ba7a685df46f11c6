using BotPhone.PortalSimulator.Events;
using BotPhone.PortalSimulator.Sessions;
using BotPhone.PortalSimulator.Troubles;

namespace BotPhone.PortalSimulator.Sat;

/// <summary>The simulated SAT portal: one site, in which invoices are registered instead of fetched.</summary>
internal sealed class SatPortal(SatOptions options, TimeProvider time, EventLog events) : SimulatedPortal("SAT", options, time, events)
{
    public Uri Site { get; private set; } = null!;

    /// <summary>An origin whose certificate nobody vouches for (T11).</summary>
    public Uri Untrusted { get; private set; } = null!;

    /// <summary>The operator signs in with one user for all jobs: the first.</summary>
    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Operators:Settings:SAT:Address"] = Site.AbsoluteUri,
        ["Operators:Settings:SAT:Login"] = Logins[0].User,
        ["Operators:Settings:SAT:Senha"] = Logins[0].Password,
    };

    public override IReadOnlyList<SimulatedLogin> Logins => SatData.Logins;

    public override IReadOnlyList<SimulatedInvoice> Invoices => [];

    public override IReadOnlyList<TroubleKind> TroubleKinds => SatTroubles.All;

    public SatOptions Options => options;

    public SatTexts Texts => field ??= Skin.Texts<SatTexts>();

    public SatBook Book { get; } = new();

    public SatFlashes Flashes { get; } = new();

    public override async Task StartAsync(CancellationToken ct)
    {
        Site = await StartOriginAsync("portal", MapSite, ct);
        Untrusted = await StartOriginAsync("sem certificado", _ => { }, ct, selfSigned: true);
    }

    public override void Reset()
    {
        base.Reset();
        Book.Clear();
        Flashes.Clear();
    }

    private void MapSite(IEndpointRouteBuilder routes)
    {
        var screen = new SatScreen(this);
        new SatSignIn(this, screen).Map(routes);
        foreach (var file in (string[])["acesso.js", "formulario.js", "dialogos.js"])
            routes.MapGet("/" + file, () => Results.Bytes(Embedded.Bytes("Sat/Pages/App/" + file), "text/javascript"));
        routes.MapGet("/estilo.css", () => Results.Text(Skin.Style("style.css"), "text/css"));

        var signedIn = new SignedIn(Sessions, _ => Results.Redirect("/"));
        var inside = routes.MapGroup("").AddEndpointFilter(signedIn.FilterAsync);
        inside.MapGet("/painel", (HttpContext http) => screen.SendAsync(http, "home.html"));
        new SatLists(this, screen).Map(inside);
        new SatForm(this, screen).Map(inside);
    }
}
