using System.Globalization;
using System.Text.RegularExpressions;

namespace BotPhone.Tests.Kit;

/// <summary>What <c>GET /metrics</c> says, as Prometheus reads it.</summary>
internal sealed partial class MetricsText(string text)
{
    public string Text => text;

    /// <summary>The lines of numbers, each with its labels.</summary>
    public IReadOnlyList<(string Name, IReadOnlyDictionary<string, string> Labels, double Value)> Samples { get; } =
    [
        .. text.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => Sample().Match(line)).Select(found => (
            found.Groups["name"].Value,
            (IReadOnlyDictionary<string, string>)Label().Matches(found.Groups["labels"].Value).ToDictionary(label => label.Groups["name"].Value, label => label.Groups["value"].Value),
            double.Parse(found.Groups["number"].Value, CultureInfo.InvariantCulture))),
    ];

    public static async Task<MetricsText> ReadAsync(HttpClient client) => new(await client.GetStringAsync("/metrics"));

    /// <summary>The sum of the samples of a name that have these labels.</summary>
    public double Sum(string name, params (string Name, string Value)[] labels) => Samples
        .Where(sample => sample.Name == name && labels.All(label => sample.Labels.GetValueOrDefault(label.Name) == label.Value))
        .Sum(sample => sample.Value);

    [GeneratedRegex(@"^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?<labels>.*)\})? (?<number>\S+)( \d+)?$")]
    private static partial Regex Sample();

    [GeneratedRegex("(?<name>[a-zA-Z_][a-zA-Z0-9_]*)=\"(?<value>([^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Label();
}
