using BotPhone.PortalSimulator.Events;
using BotPhone.PortalSimulator.Sessions;
using BotPhone.PortalSimulator.Troubles;

namespace BotPhone.PortalSimulator.Vivo;

/// <summary>The simulated VIVO portal: the site, and the older portal that one service opens in another tab.</summary>
internal sealed class VivoPortal(VivoOptions options, TimeProvider time, EventLog events) : SimulatedPortal("VIVO", options, time, events)
{
    public Uri Site { get; private set; } = null!;

    public Uri Old { get; private set; } = null!;

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Operators:Settings:VIVO:Address"] = Site.AbsoluteUri };

    public override IReadOnlyList<SimulatedLogin> Logins => VivoData.Logins;

    public override IReadOnlyList<SimulatedInvoice> Invoices => VivoData.Invoices;

    public override IReadOnlyList<TroubleKind> TroubleKinds => VivoTroubles.All;

    public VivoOptions Options => options;

    public VivoTexts Texts => field ??= Skin.Texts<VivoTexts>();

    public VivoFiles Files { get; } = new();

    /// <summary>Where one is sent who is not signed in.</summary>
    public Uri SignInAgain => new(Site, "/entrar?sessao=encerrada");

    public override async Task StartAsync(CancellationToken ct)
    {
        Site = await StartOriginAsync("portal", MapSite, ct);
        Old = await StartOriginAsync("contas antigas", new VivoOldSite(this).Map, ct);
    }

    public override void Reset()
    {
        base.Reset();
        Files.Clear();
    }

    /// <summary>What is not as it was in the pages of this login, for its scripts.</summary>
    public object? Changed(string? login, Func<Trouble, bool> fits) =>
        Troubles.Take("T13", login, fits) is { } trouble ? new { element = trouble.Element, renamed = trouble.Variant == "renomeado" } : null;

    private void MapSite(IEndpointRouteBuilder routes)
    {
        new VivoSignIn(this).Map(routes);
        new VivoPages(this).Map(routes);
        var signedIn = new SignedIn(Sessions, _ => Results.Json(new { error = "sessao" }, statusCode: StatusCodes.Status401Unauthorized));
        var api = routes.MapGroup("").AddEndpointFilter(signedIn.FilterAsync);
        new VivoClientApi(this).Map(api);
        new VivoFileApi(this).Map(api);
    }
}
