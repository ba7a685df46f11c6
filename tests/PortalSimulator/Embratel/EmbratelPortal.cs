using BotPhone.PortalSimulator.Events;
using BotPhone.PortalSimulator.Sessions;
using BotPhone.PortalSimulator.Troubles;

namespace BotPhone.PortalSimulator.Embratel;

/// <summary>The simulated EMBRATEL portal: the site that is signed in to, and the host of the invoices that it hands over to.</summary>
internal sealed class EmbratelPortal(EmbratelOptions options, TimeProvider time, EventLog events) : SimulatedPortal("EMBRATEL", options, time, events)
{
    public Uri Site { get; private set; } = null!;

    /// <summary>Its certificate is one that nobody vouches for.</summary>
    public Uri InvoiceSite { get; private set; } = null!;

    /// <summary>Neither is this one's, and nobody has been told to accept it (T11).</summary>
    public Uri Untrusted { get; private set; } = null!;

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Operators:Settings:EMBRATEL:Address"] = Site.AbsoluteUri,
        ["Operators:Settings:EMBRATEL:InvoiceSite"] = InvoiceSite.AbsoluteUri,
    };

    public override IReadOnlyList<SimulatedLogin> Logins => EmbratelData.Logins;

    public override IReadOnlyList<SimulatedInvoice> Invoices => EmbratelData.Invoices;

    public override IReadOnlyList<TroubleKind> TroubleKinds => EmbratelTroubles.All;

    public EmbratelOptions Options => options;

    public EmbratelTexts Texts => field ??= Skin.Texts<EmbratelTexts>();

    public EmbratelHtml Html => field ??= new(this);

    /// <summary>With which the site hands a session over to the host of the invoices.</summary>
    public Tickets<PortalSession> Tickets { get; } = new();

    /// <summary>Where someone goes whose session is over.</summary>
    public string SignInAgain => new Uri(Site, "/?aviso=sessao").AbsoluteUri;

    public override async Task StartAsync(CancellationToken ct)
    {
        Site = await StartOriginAsync("portal", new EmbratelSite(this).Map, ct);
        InvoiceSite = await StartOriginAsync("faturas", new EmbratelInvoiceSite(this).Map, ct, selfSigned: true);
        Untrusted = await StartOriginAsync("sem certificado", _ => { }, ct, selfSigned: true);
    }

    public override void Reset()
    {
        base.Reset();
        Tickets.Clear();
    }

    /// <summary>A page of either host: troubles come before it, and those whose session is over sign in again.</summary>
    public RouteGroupBuilder Pages(IEndpointRouteBuilder routes, bool signedIn = true)
    {
        var pages = routes.MapGroup("").AddEndpointFilter(new EmbratelPageTroubles(this).FilterAsync);
        return signedIn ? pages.AddEndpointFilter(new SignedIn(Sessions, _ => Results.Redirect(SignInAgain)).FilterAsync) : pages;
    }

    /// <summary>What a page gets when it is to ask or tell something in a window of the browser's own (T15), else nothing.</summary>
    public string Script(SimulatedLogin login, string variant, string file) =>
        Troubles.Take("T15", login.User, one => one.Variant == variant) is null ? "" : Skin.Page(file);
}
