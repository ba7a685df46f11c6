using BotPhone.Sdk;

namespace BotPhone.Operators.Sat;

/// <summary>The list of clients and its search, which finds more, or less, than what was meant.</summary>
internal sealed class SatClients(Portal portal, SatSettings settings)
{
    /// <summary>Finds the one client that has exactly this CNPJ and name.</summary>
    /// <returns>The address of the client's page.</returns>
    public async Task<Uri> FindAsync(SatRequest request)
    {
        var list = new PagedList(portal, settings.ClientList, settings.NextPage, settings.MaxPages);
        var found = await SearchAsync(request.Search) ? await list.ReadAsync() : [];
        if (found.Count == 0) await ProveSessionAsync();
        var client = Only([.. found.Where(row => IsOf(row, request))], found.Count, request);

        await SearchAsync(request.Search);
        if (!await list.FindAsync(client))
        {
            await ProveSessionAsync();
            throw new OperatorException(ErrorCode.SatClientNotFound, "o cliente saiu da lista do SAT enquanto era procurado");
        }

        await portal.ClickInRowAsync(client, settings.OpenClient);
        var shown = await portal.ReadAsync(settings.ClientCnpj);
        if (!Cnpj.TryParse(shown, out var cnpj) || cnpj != request.Cnpj)
            throw new OperatorException(ErrorCode.LayoutChanged, $"a página do cliente mostra o CNPJ {shown}, e não {request.Cnpj}");
        return await portal.AddressAsync();
    }

    /// <summary>A list that is empty proves nothing, since a dead session may look like that: there are always clients.</summary>
    public async Task ProveSessionAsync()
    {
        if (!await SearchAsync("")) throw new OperatorException(ErrorCode.SessionExpired, "o SAT não mostra mais nenhum cliente: a sessão acabou");
    }

    // False when the list says that it is empty.
    private async Task<bool> SearchAsync(string name)
    {
        await portal.GoAsync(new Uri(settings.Address, settings.Clients.Replace("{nome}", Uri.EscapeDataString(name), StringComparison.Ordinal)));
        await portal.ReadRowsAsync(settings.ClientList);
        return !await portal.IsShownAsync(settings.NoClients);
    }

    private bool IsOf(TableRow row, SatRequest request)
    {
        var (shown, name) = (row[settings.ClientColumns.Cnpj], row[settings.ClientColumns.CompanyName]);
        if (!Cnpj.TryParse(shown, out var cnpj)) throw new OperatorException(ErrorCode.LayoutChanged, $"a lista de clientes mostra '{shown}' como CNPJ");
        return cnpj == request.Cnpj && name == Words.Fold(request.CompanyName);
    }

    private static TableRow Only(IReadOnlyList<TableRow> clients, int found, SatRequest request) => clients switch
    {
        [var one] => one,
        [] => throw new OperatorException(
            ErrorCode.SatClientNotFound,
            $"a busca por '{request.Search}' achou {found} cliente(s), nenhum com o CNPJ {request.Cnpj} e a razão social '{request.CompanyName}'"),
        _ => throw new OperatorException(
            ErrorCode.SatClientNotFound, $"o SAT tem {clients.Count} clientes com o CNPJ {request.Cnpj} e a razão social '{request.CompanyName}'"),
    };
}
