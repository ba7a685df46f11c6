using BotPhone.Api;
using BotPhone.Jobs;
using Carter;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotPhone.Statistics;

/// <summary><c>GET /estatisticas</c>: what became of the jobs of the last days, and how the queue was.</summary>
internal sealed class StatisticsModule : ICarterModule
{
    private const string Days = "dias";
    private const int DefaultDays = 30;
    private const int MostDays = 366;

    public void AddRoutes(IEndpointRouteBuilder app) => app.MapGet("/estatisticas", ReadAsync).RequireAuthorization()
        .WithDocs("lerEstatisticas", ApiTags.Jobs, "Mostra as estatísticas",
            "O que foi dos jobs que terminaram nos últimos dias (os de Brasília, hoje incluído), por dia e por operadora, e como esteve a fila nas últimas 24 horas, enquanto o servidor esteve no ar. "
            + "As contas ficam depois que os jobs são removidos.")
        .WithParameter(ParameterDoc.Query(Days, $"Quantos dias; sem ele, {DefaultDays}") with { Range = (1, MostDays) })
        .WithFault(FieldFault.TooLarge(Days, MostDays));

    private static async Task<Results<Ok<StatisticsBody>, UnprocessableEntity<FaultsBody>>> ReadAsync(string? dias, IJobStatistics statistics, QueueHistory queue, TimeProvider time)
    {
        var days = WholeNumber.Read(Days, dias, 1, MostDays, out var fault) ?? DefaultDays;
        if (fault is not null) return ErrorResult.Invalid([fault]);
        var today = BrazilianTime.DayOf(time.GetUtcNow());
        var first = today.AddDays(1 - days);
        return TypedResults.Ok(StatisticsBody.Of(first, today, await statistics.DaysAsync(first, today), await statistics.LastFailuresAsync(), queue.Read()));
    }
}
