using BotPhone.Sdk;

namespace BotPhone.Operators.Digitalnet;

/// <summary>The contracts of a client. Who has only one is not asked which.</summary>
internal sealed class DigitalnetContracts(Portal portal, DigitalnetSettings settings)
{
    private readonly DigitalnetList _list = new(portal, settings.Contracts, settings.NextContracts);

    /// <summary>Opens the invoices of the contract that was asked for, and of no other.</summary>
    public async Task OpenAsync(InvoiceRequest request)
    {
        var shown = await portal.WaitForAnyAsync([settings.Contract, settings.Contracts.Place, settings.NoContracts]);
        if (shown == settings.NoContracts)
        {
            await new DigitalnetSession(portal, settings).CheckAsync();
            throw new OperatorException(ErrorCode.ClientNotFound, "o acesso não tem nenhum contrato");
        }

        if (shown == settings.Contracts.Place) await _list.OpenAsync(Wanted(await _list.ReadAsync(), request), settings.OpenContract);
        Check(await portal.ReadAsync(settings.Contract), await portal.ReadAsync(settings.Company), request);
    }

    private TableRow Wanted(IReadOnlyList<TableRow> rows, InvoiceRequest request)
    {
        var ofCompany = rows.Where(row => IsCompany(row[settings.ContractColumns.Cnpj], request)).ToList();
        if (ofCompany.Count == 0) throw NoCompany(request);
        var wanted = ofCompany.Where(row => IsContract(row[settings.ContractColumns.Contract], request)).ToList();
        return wanted switch
        {
            [var one] => one,
            [] => throw NoContract(request),
            _ => throw new OperatorException(ErrorCode.AmbiguousInvoice, $"o portal mostra {wanted.Count} vezes o contrato '{request.Filter}'"),
        };
    }

    private static void Check(string contract, string company, InvoiceRequest request)
    {
        if (!IsCompany(company, request)) throw NoCompany(request);
        if (!IsContract(contract, request)) throw NoContract(request);
    }

    private static bool IsCompany(string shown, InvoiceRequest request) => Cnpj.TryParse(shown, out var cnpj) && cnpj == request.Cnpj;

    private static bool IsContract(string shown, InvoiceRequest request) => InvoiceSelection.Normalize(shown) == InvoiceSelection.Normalize(request.Filter);

    private static OperatorException NoCompany(InvoiceRequest request) => new(ErrorCode.ClientNotFound, $"nenhum contrato deste acesso é do CNPJ {request.Cnpj}");

    private static OperatorException NoContract(InvoiceRequest request) =>
        new(ErrorCode.InvoiceNotFound, $"nenhum contrato do CNPJ {request.Cnpj} é exatamente '{request.Filter}'");
}
