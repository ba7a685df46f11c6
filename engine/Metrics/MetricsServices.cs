using BotPhone.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace BotPhone.Metrics;

internal static class MetricsServices
{
    private const string Requests = "http.server.request.duration";

    // Of the many that the framework takes.
    private static readonly string[] OfFramework = ["dotnet.process.memory.working_set", "dotnet.process.cpu.time", "dotnet.gc.last_collection.heap.size"];

    public static IServiceCollection AddServerMetrics(this IServiceCollection services)
    {
        services.AddHostedService<JobMetrics>();
        services.AddOpenTelemetry().ConfigureResource(resource => resource.Clear().AddService("botphone", autoGenerateServiceInstanceId: false)).WithMetrics(metrics => metrics
            .AddMeter(ServerMeter.Name, "Microsoft.AspNetCore.Hosting", "System.Runtime")
            // The route is the pattern, such as /status/{job_id}: never what a client wrote.
            .AddView(Requests, new MetricStreamConfiguration { TagKeys = ["http.request.method", "http.route", "http.response.status_code"] })
            .AddView(instrument => instrument.Meter.Name == ServerMeter.Name || instrument.Name == Requests || OfFramework.Contains(instrument.Name) ? null : MetricStreamConfiguration.Drop)
            .AddPrometheusExporter());
        return services;
    }
}
