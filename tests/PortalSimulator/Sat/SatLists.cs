using BotPhone.PortalSimulator.Sessions;

namespace BotPhone.PortalSimulator.Sat;

/// <summary>The clients, and what is registered for one of them.</summary>
internal sealed class SatLists(SatPortal sat, SatScreen screen)
{
    public void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/clientes", ClientsAsync);
        inside.MapGet("/clientes/{number:int}", ClientAsync);
    }

    private Task ClientsAsync(HttpContext http, int pagina = 1)
    {
        var login = SignedIn.Session(http).Login;
        var search = http.Request.Query[sat.Texts.SearchField].ToString();
        sat.Record(EventKind.List, login.User, seen => seen with { Filter = search, Offset = (pagina - 1) * sat.Options.PageSize });
        var found = SignedIn.IsHollow(http) ? [] : SatClients.Of(login).Where(client => SatSearch.Fits(client.Company.Name, search)).ToList();
        var rows = RowsOf(found, pagina, "no-clients.html", client =>
            sat.Skin.Page("client-row.html", ("number", $"{client.Number}"), ("client", client.Company.Name), ("cnpj", Cnpj.Format(client.Company.Cnpj))));
        var query = $"?{sat.Texts.SearchField}={Uri.EscapeDataString(search)}&pagina=";
        return screen.SendAsync(http, "clients.html", [("search", search)], [("rows", rows), ("pager", Pager(found.Count, pagina, query))]);
    }

    private Task ClientAsync(HttpContext http, int number, int pagina = 1)
    {
        var login = SignedIn.Session(http).Login;
        if (SatClients.Find(login, number) is not { } client)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        sat.Record(EventKind.Client, login.User, seen => seen with { Cnpj = client.Company.Cnpj, Code = $"{number}", Offset = (pagina - 1) * sat.Options.PageSize });
        var registered = SignedIn.IsHollow(http) ? [] : sat.Book.Of(client);
        return screen.SendAsync(
            http,
            "client.html",
            [("number", $"{number}"), ("client", client.Company.Name), ("cnpj", Cnpj.Format(client.Company.Cnpj))],
            [("rows", RowsOf(registered, pagina, "no-registrations.html", Row)), ("pager", Pager(registered.Count, pagina, "?pagina="))],
            sat.Troubles.Take("T15", login.User, one => one.Variant == "alert")?.Variant);
    }

    private string Row(SatRow row) => sat.Skin.Page(
        "registration-row.html",
        ("operator", row.Operator), ("service", row.Service), ("branch", row.Branch), ("data", row.Data), ("date", Brazil.Date(row.Date)), ("file", row.File), ("category", row.Category));

    private string RowsOf<T>(IReadOnlyList<T> all, int page, string none, Func<T, string> row) =>
        all.Count == 0 ? sat.Skin.Page(none) : string.Concat(all.Skip((page - 1) * sat.Options.PageSize).Take(sat.Options.PageSize).Select(row));

    private string Pager(int count, int page, string query) => sat.Skin.Page(
        page * sat.Options.PageSize < count ? "pager.html" : "pager-end.html",
        ("page", $"{page}"), ("count", $"{count}"), ("next", $"{query}{page + 1}"));
}
