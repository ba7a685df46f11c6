using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using BotPhone.Tests.Kit;

namespace BotPhone.Benchmarks;

/// <param name="What">In Portuguese.</param>
/// <param name="Milliseconds">Of each round.</param>
internal sealed record Measurement(string What, IReadOnlyList<double> Milliseconds)
{
    public double Median => At(0.5);

    public double At(double share) => Milliseconds.Order().ElementAt((int)Math.Min(Milliseconds.Count - 1, Milliseconds.Count * share));
}

/// <summary>A table for people, and JSON beside it, in <c>artifacts/bench</c>. The first measurement is the one that others are compared with.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public static void Write(string name, string title, IReadOnlyList<Measurement> measurements)
    {
        var machine = $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} núcleos, {RuntimeInformation.FrameworkDescription}";
        Console.WriteLine($"{title}\n{machine}, {measurements[0].Milliseconds.Count} rodadas\n");
        Console.WriteLine($"{"",-50} {"mediana",10} {"p5",10} {"p95",10} {"razão",8}");
        foreach (var one in measurements) Console.WriteLine($"{one.What,-50} {Ms(one.Median)} {Ms(one.At(0.05))} {Ms(one.At(0.95))} {(one.Median / measurements[0].Median).ToString("0.0×", CultureInfo.InvariantCulture),8}");

        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "bench")).FullName;
        var file = Path.Combine(folder, $"{name}.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new { title, machine, measurements }, Json));
        Console.WriteLine($"\n{Path.GetRelativePath(Repository.Root, file)}");
    }

    private static string Ms(double value) => (value.ToString("0.0", CultureInfo.InvariantCulture) + " ms").PadLeft(10);
}
