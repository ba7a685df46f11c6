using System.Diagnostics.Metrics;

namespace BotPhone.Hosting;

/// <summary>The server's own measurements: each feature makes those that it alone can take, and <c>GET /metrics</c> shows them all.</summary>
internal static class ServerMeter
{
    public const string Name = "BotPhone";

    /// <summary>Something that is counted when somebody looks.</summary>
    /// <param name="unit">As in <c>{job}</c>.</param>
    public static void Gauge(this IMeterFactory meters, string name, string unit, string description, Func<long> count) =>
        meters.Create(Name).CreateObservableGauge(name, count, unit, description);
}
