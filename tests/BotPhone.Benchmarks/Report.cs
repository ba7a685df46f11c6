using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using BotPhone.Tests.Kit;

namespace BotPhone.Benchmarks;

/// <param name="What">In Portuguese.</param>
/// <param name="Values">Of each round.</param>
internal sealed record Measurement(string What, IReadOnlyList<double> Values)
{
    public double Median => At(0.5);

    public double At(double share) => Values.Order().ElementAt((int)Math.Min(Values.Count - 1, Values.Count * share));
}

/// <summary>A table for people, and JSON beside it, in <c>artifacts/bench</c>. The first measurement is the one that others are compared with.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <param name="name">Of the file.</param>
    /// <param name="title">What is measured, in Portuguese.</param>
    /// <param name="unit">Of all values, such as <c>ms</c>.</param>
    /// <param name="measurements">At least one.</param>
    public static void Write(string name, string title, string unit, IReadOnlyList<Measurement> measurements)
    {
        var machine = $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} núcleos, {RuntimeInformation.FrameworkDescription}";
        Console.WriteLine($"\n{title} ({unit})\n{machine}, {measurements[0].Values.Count} rodadas\n");
        Console.WriteLine($"{"",-50} {"mediana",10} {"p5",10} {"p95",10} {"razão",8}");
        foreach (var one in measurements) Console.WriteLine($"{one.What,-50} {Shown(one.Median)} {Shown(one.At(0.05))} {Shown(one.At(0.95))} {Ratio(one, measurements[0]),8}");

        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "bench")).FullName;
        var file = Path.Combine(folder, $"{name}.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new { title, unit, machine, measurements }, Json));
        Console.WriteLine($"\n{Path.GetRelativePath(Repository.Root, file)}");
    }

    private static string Ratio(Measurement one, Measurement first) => first.Median == 0 ? "–" : (one.Median / first.Median).ToString("0.00×", CultureInfo.InvariantCulture);

    private static string Shown(double value) => value.ToString("0.00", CultureInfo.InvariantCulture).PadLeft(10);
}
