using System.Text.RegularExpressions;
using BotPhone.Api;
using BotPhone.Jobs;
using Carter;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotPhone.Ledger;

/// <summary><c>GET /faturas/falhas</c>: whose last job failed, and has to be sent again.</summary>
internal sealed partial class FailuresModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app) => LedgerModule.Describe(app.MapGet("/faturas/falhas", ListAsync)
        .WithDocs("listarFalhas", ApiTags.Files, "Lista as contas cujo último job falhou",
            "Cada conta com a sua última falha, da mais recente à mais antiga; sai da lista quando um job para a mesma operadora, CNPJ e conta termina bem. "
            + "Só entram jobs cujo pedido traz CNPJ e `filtro`. O job some depois de um dia; a falha fica aqui por 90 dias. Em CSV vêm todas de uma vez."))
        .WithFault(FieldFault.NotCnpj("cnpj"));

    private static async Task<Results<Ok<FailuresBody>, CsvTable, UnprocessableEntity<FaultsBody>>> ListAsync(
        string? operadora, string? cnpj, string? conta, string? limit, string? cursor, string? formato, HttpContext http, IFailedAccounts failures, AuditTrail audit)
    {
        var asked = new LedgerParameters(operadora, cnpj, conta, Desde: null, Ate: null, limit, cursor, formato);
        IReadOnlyList<FieldFault> faults = [.. asked.Faults, .. cursor is null || Position().IsMatch(cursor) ? Array.Empty<FieldFault>() : [FieldFault.NotCursor("cursor")]];
        if (faults.Count > 0) return ErrorResult.Invalid(faults);

        var query = new FailureQuery(asked.Filter, asked.PageSize, cursor);
        if (!asked.WantsCsv(http.Request)) return TypedResults.Ok(FailuresBody.Of(await failures.ListAsync(query)));
        audit.Add(new AuditEntry(AuditEntry.LedgerExported, "falhas", http.User.Identity?.Name));
        return LedgerTables.Of(failures, query);
    }

    // A moment and the account's hash.
    [GeneratedRegex(@"\A[0-9]{17}[0-9a-f]{64}\z")]
    private static partial Regex Position();
}
