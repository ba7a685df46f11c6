using BotPhone.PortalSimulator.Sessions;

namespace BotPhone.PortalSimulator.Digitalnet;

/// <summary>The contracts of a client, the client's own data, and the invoices of one contract.</summary>
internal sealed class DigitalnetContractApi(DigitalnetPortal digitalnet)
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/contracts", ContractsAsync);
        api.MapGet("/contracts/{number:int}/invoices", InvoicesAsync);
        api.MapGet("/account", Account);
    }

    private async Task<IResult> ContractsAsync(HttpContext http, int page = 1)
    {
        await digitalnet.Pauses.ForAsync(http, digitalnet.Options.RowDelay);
        var user = SignedIn.Session(http).Login;
        IReadOnlyList<DigitalnetContract> found = SignedIn.IsHollow(http) ? [] : new DigitalnetBook(user).Contracts;
        return Page(user, page, found, (contract, i) => Card(contract, i), "contratos", "escolher");
    }

    private async Task<IResult> InvoicesAsync(HttpContext http, int number, int page = 1)
    {
        await digitalnet.Pauses.ForAsync(http, digitalnet.Options.RowDelay);
        var user = SignedIn.Session(http).Login;
        var book = new DigitalnetBook(user);
        if (book.Contracts.ElementAtOrDefault(number) is not { } contract)
            return Results.NotFound(new { error = "contract" });
        digitalnet.Record(EventKind.List, user.User, seen => seen with { Account = contract.Shown, Cnpj = contract.Client.Cnpj, Offset = (page - 1) * digitalnet.Options.PageSize });
        var found = SignedIn.IsHollow(http) ? [] : book.PendingOf(contract);
        return Page(user, page, found, (invoice, _) => DigitalnetInvoiceCard.Of(invoice, book, digitalnet.Texts), "tabela", "documentos", Card(contract, number));
    }

    private static IResult Account(HttpContext http)
    {
        if (SignedIn.IsHollow(http))
            return DigitalnetBearer.Refused;
        var login = SignedIn.Session(http).Login;
        return Results.Ok(new { name = login.Name, cnpj = Cnpj.Format(Cnpj.Clean(login.User)), contracts = new DigitalnetBook(login).Contracts.Count });
    }

    private IResult Page<T>(SimulatedLogin login, int page, IReadOnlyList<T> found, Func<T, int, object> card, string list, string link, object? contract = null)
    {
        var size = digitalnet.Options.PageSize;
        return Results.Ok(new
        {
            total = found.Count,
            pages = Math.Max(1, (found.Count + size - 1) / size),
            contract,
            items = found.Select(card).Skip((page - 1) * size).Take(size),
            changed = digitalnet.Changed(login, list) ?? digitalnet.Changed(login, link),
        });
    }

    private static object Card(DigitalnetContract contract, int number) => new
    {
        number,
        contract = contract.Shown,
        cnpj = Cnpj.Format(contract.Client.Cnpj),
        client = contract.Client.Name,
        service = contract.Service,
    };
}
