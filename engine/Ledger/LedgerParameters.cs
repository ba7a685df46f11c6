using BotPhone.Api;
using BotPhone.Jobs;
using BotPhone.Sdk;
using Microsoft.AspNetCore.Mvc;

namespace BotPhone.Ledger;

/// <summary>The parameters that <c>GET /faturas</c> and <c>GET /faturas/lacunas</c> have in common, as they came.</summary>
internal sealed record LedgerParameters(
    [FromQuery(Name = "operadora")] string? Operadora, [FromQuery(Name = "cnpj")] string? Cnpj, [FromQuery(Name = "conta")] string? Conta, [FromQuery(Name = "desde")] string? Desde,
    [FromQuery(Name = "ate")] string? Ate, [FromQuery(Name = "limit")] string? Limit, [FromQuery(Name = "cursor")] string? Cursor, [FromQuery(Name = "formato")] string? Formato)
{
    public const int DefaultLimit = 100;
    public static readonly string[] Formats = ["json", "csv"];

    /// <summary>What is wrong with the parameters that are the same everywhere, in their order.</summary>
    public IReadOnlyList<FieldFault> Faults =>
    [
        .. Cnpj is null || BotPhone.Sdk.Cnpj.TryParse(Cnpj, out _) ? Array.Empty<FieldFault>() : [FieldFault.NotCnpj("cnpj")],
        .. MonthFaults("desde", Desde),
        .. MonthFaults("ate", Ate),
        .. From is { } from && To is { } to && to < from ? [FieldFault.Before("ate", "desde")] : Array.Empty<FieldFault>(),
        .. LimitFaults(),
        .. Formato is null || Formats.Contains(Formato) ? Array.Empty<FieldFault>() : [FieldFault.NotOneOf("formato", Formats)],
    ];

    public LedgerFilter Filter => new(
        Operadora,
        BotPhone.Sdk.Cnpj.TryParse(Cnpj, out var cnpj) ? cnpj : null,
        Conta is null ? null : InvoiceSelection.Normalize(Conta));

    public Month? From => Month.TryParse(Desde, out var month) ? month : null;

    public Month? To => Month.TryParse(Ate, out var month) ? month : null;

    public int PageSize => PageLimit.Read(Limit, out _) ?? DefaultLimit;

    /// <summary>Whether a table is asked for, by parameter or by header; the parameter wins.</summary>
    public bool WantsCsv(HttpRequest request) =>
        Formato is { } format ? format == "csv" : request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType.Equals(CsvTable.MediaType, StringComparison.OrdinalIgnoreCase));

    private static FieldFault[] MonthFaults(string name, string? text) => text is null || Month.TryParse(text, out _) ? [] : [FieldFault.NotMonth(name)];

    private FieldFault[] LimitFaults()
    {
        PageLimit.Read(Limit, out var fault);
        return fault is null ? [] : [fault];
    }
}
