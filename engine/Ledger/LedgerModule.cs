using BotPhone.Api;
using BotPhone.Jobs;
using Carter;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotPhone.Ledger;

/// <summary><c>GET /faturas</c> and <c>GET /faturas/lacunas</c>: what is held, and what is missing.</summary>
internal sealed class LedgerModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app)
    {
        Describe(app.MapGet("/faturas", ListAsync)
            .WithDocs("listarFaturas", ApiTags.Files, "Lista as faturas guardadas",
                "Da que vence por último à que vence primeiro; das que vencem no mesmo dia, primeiro a guardada por último. Em CSV vêm todas de uma vez.")
            .WithParameter(ParameterDoc.Query("desde", "Só as que vencem neste mês ou depois, MM/AAAA ou AAAA-MM") with { Example = "01/2024" })
            .WithParameter(ParameterDoc.Query("ate", "Só as que vencem neste mês ou antes, MM/AAAA ou AAAA-MM") with { Example = "12/2024" }))
            .WithFault(FieldFault.NotMonth("desde"));
        Describe(app.MapGet("/faturas/lacunas", GapsAsync)
            .WithDocs("listarLacunas", ApiTags.Files, "Lista os meses que faltam",
                "Para cada conta, os meses sem nenhuma fatura que vença neles. Uma fatura removida por ser antiga não é uma lacuna. "
                + "A página olha tantas contas quantas `limit` diz e só traz as que têm lacunas: pode vir curta, ou vazia, e ainda haver outra.")
            .WithParameter(ParameterDoc.Query("desde", "O primeiro mês, MM/AAAA ou AAAA-MM; sem ele, o primeiro de cada conta, dentro de 120 meses") with { Example = "01/2024" })
            .WithParameter(ParameterDoc.Query("ate", "O último mês, MM/AAAA ou AAAA-MM; sem ele, o mês corrente em Brasília") with { Example = "12/2024" }))
            .WithFault(FieldFault.NotMonth("desde"));
    }

    public static IEndpointConventionBuilder Describe(IEndpointConventionBuilder endpoint) => endpoint.RequireAuthorization()
        .WithParameter(ParameterDoc.Query("operadora", "Só as da operadora com este código"))
        .WithParameter(ParameterDoc.Query("cnpj", "Só as deste CNPJ, com ou sem pontuação"))
        .WithParameter(ParameterDoc.Query("conta", "Só as desta conta, com ou sem pontuação"))
        .WithParameter(ParameterDoc.Query("limit", "Quantas a página traz, no máximo; sem ele, 100") with { Range = (1, PageLimit.Max) })
        .WithParameter(ParameterDoc.Query("cursor", "Onde continuar: o `next_cursor` da página anterior"))
        .WithParameter(ParameterDoc.Query("formato", "`csv` para uma tabela, como `Accept: text/csv`") with { Values = LedgerParameters.Formats })
        .WithOtherForm(CsvTable.MediaType);

    private static async Task<Results<Ok<LedgerBody>, CsvTable, UnprocessableEntity<FaultsBody>>> ListAsync(
        [AsParameters] LedgerParameters asked, HttpContext http, IInvoiceLedger ledger, AuditTrail audit)
    {
        var hasPlace = LedgerCursor.TryRead(asked.Cursor, out var after);
        IReadOnlyList<FieldFault> faults = [.. asked.Faults, .. hasPlace ? Array.Empty<FieldFault>() : [FieldFault.NotCursor("cursor")]];
        if (faults.Count > 0) return ErrorResult.Invalid(faults);

        var query = new LedgerQuery(asked.Filter, asked.From, asked.To, asked.PageSize, after);
        if (!asked.WantsCsv(http.Request)) return TypedResults.Ok(LedgerBody.Of(await ledger.ListAsync(query)));
        audit.Add(new AuditEntry(AuditEntry.LedgerExported, "faturas", http.User.Identity?.Name));
        return LedgerTables.Of(ledger, query);
    }

    private static async Task<Results<Ok<GapsBody>, CsvTable, UnprocessableEntity<FaultsBody>>> GapsAsync(
        [AsParameters] LedgerParameters asked, HttpContext http, IInvoiceLedger ledger, AuditTrail audit, TimeProvider time)
    {
        var to = asked.To ?? Month.Of(BrazilianTime.DayOf(time.GetUtcNow()));
        var hasPlace = LedgerCursor.TryReadNumber(asked.Cursor, out var after);
        IReadOnlyList<FieldFault> faults =
        [
            .. asked.Faults,
            .. SpanFaults(asked.From, to),
            .. hasPlace ? Array.Empty<FieldFault>() : [FieldFault.NotCursor("cursor")],
        ];
        if (faults.Count > 0) return ErrorResult.Invalid(faults.DistinctBy(fault => fault.Loc[^1]).ToList());

        var query = new AccountQuery(asked.Filter, asked.PageSize, after);
        if (asked.WantsCsv(http.Request))
        {
            audit.Add(new AuditEntry(AuditEntry.LedgerExported, "lacunas", http.User.Identity?.Name));
            return LedgerTables.Of(ledger, query, GapsOf);
        }

        var page = await ledger.AccountsAsync(query);
        return TypedResults.Ok(GapsBody.Of(page.Accounts.Select(GapsOf).Where(gaps => gaps.Missing.Count > 0), page.Next));

        AccountGaps GapsOf(HeldAccount account) => AccountGaps.Of(account, asked.From, to);
    }

    private static FieldFault[] SpanFaults(Month? from, Month to)
    {
        if (from is not { } first) return [];
        if (to < first) return [FieldFault.Before("ate", "desde")];
        return first.Plus(AccountGaps.LongestSpan) <= to ? [FieldFault.TooManyMonths("ate", AccountGaps.LongestSpan)] : [];
    }
}
