using BotPhone.Api;
using Carter;

namespace BotPhone.Metrics;

/// <summary><c>GET /metrics</c>: open to everyone, as it tells of nobody.</summary>
internal sealed class MetricsModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app)
    {
        var exporter = app.CreateApplicationBuilder().UseOpenTelemetryPrometheusScrapingEndpoint(_ => true).Build();
        app.MapGet("/metrics", (Delegate)((HttpContext http) => exporter(http)))
            .WithDocs("lerMetricas", ApiTags.System, "Mostra as métricas",
                "Para o Prometheus: jobs por operadora, fim e motivo, quanto duraram, a fila, clientes ao vivo, navegadores, pedidos HTTP, documentos que esperam o armazenamento e memória. Não pede token, e não traz nada de nenhum pedido.")
            .WithContent(StatusCodes.Status200OK, "As métricas, no formato de texto do Prometheus", "text/plain");
    }
}
