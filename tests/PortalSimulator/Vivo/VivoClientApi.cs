using BotPhone.PortalSimulator.Sessions;

namespace BotPhone.PortalSimulator.Vivo;

/// <summary>The companies of a login, their services, and the lists of their invoices.</summary>
internal sealed class VivoClientApi(VivoPortal vivo)
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/api/clients", SearchAsync);
        api.MapGet("/api/clients/{n:int}", Client);
        api.MapGet("/api/clients/{n:int}/invoices", InvoicesAsync);
        api.MapGet("/antigo", OpenOld);
    }

    private async Task<IResult> SearchAsync(HttpContext http, string? search)
    {
        await vivo.Pauses.ForAsync(http, vivo.Options.SearchDelay);
        var book = new VivoBook(SignedIn.Session(http).Login);
        return Results.Ok(SignedIn.IsHollow(http) ? [] : book.Search(search).Select(one => Card(one.Number, one.Client)));
    }

    private IResult Client(HttpContext http, int n) => new VivoBook(SignedIn.Session(http).Login).ClientAt(n) is not { } client
        ? Results.NotFound()
        : Results.Ok(new
        {
            client = Card(n, client),
            services = VivoBook.ServicesOf(client).Select(one => new { code = Code(one), name = vivo.Texts.Services[one], old = one == VivoService.Old }),
        });

    private async Task<IResult> InvoicesAsync(HttpContext http, int n, string service, int page = 0)
    {
        var session = SignedIn.Session(http);
        var (login, book) = (session.Login, new VivoBook(session.Login));
        if (book.ClientAt(n) is not { } client || !Enum.TryParse<VivoService>(service, ignoreCase: true, out var kind))
            return Results.NotFound();
        vivo.Record(EventKind.List, login.User, seen => seen with { Filter = service, Cnpj = client.Cnpj, Offset = page * vivo.Options.PageSize });
        await vivo.Pauses.ForAsync(http, vivo.Options.RowDelay);
        var trouble = vivo.Troubles.Take("T20", login.User);
        var isEmpty = SignedIn.IsHollow(http) || trouble?.Variant == "vazia" || (VivoClients.ComesEmptyAtFirst(client) && session.Count("vazia") == 1);
        var found = isEmpty ? [] : book.Of(client, kind);
        return Results.Ok(new
        {
            cards = kind == VivoService.Mobile,
            total = found.Count,
            size = vivo.Options.PageSize,
            items = found.Skip(page * vivo.Options.PageSize).Take(vivo.Options.PageSize).Select(invoice => VivoInvoiceCard.Of(invoice, book, vivo.Texts)),
            redraws = trouble?.Variant == "redesenho" ? 2 : 0,
        });
    }

    /// <summary>The older portal knows the session by what its address hands over.</summary>
    private IResult OpenOld(HttpContext http, int cliente) => Results.Redirect(new Uri(vivo.Old, $"/?passe={SignedIn.Session(http).Id}&cliente={cliente}").AbsoluteUri);

    private static object Card(int number, SimulatedClient client) => new { number, cnpj = Cnpj.Format(client.Cnpj), name = client.Name };

    private static string Code(VivoService service) => service.ToString().ToLowerInvariant();
}
