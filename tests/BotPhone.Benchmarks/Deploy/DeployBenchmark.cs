using System.Diagnostics;
using System.Net.Http.Json;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using BotPhone.Tests.Kit;

namespace BotPhone.Benchmarks;

/// <summary>How long a new version takes to serve, beside what the bare platform takes to read, load and unload the same assembly.</summary>
internal sealed class DeployBenchmark(BenchServer server)
{
    private readonly List<double> _memory = [];
    private readonly List<double> _leaving = [];

    private static readonly object Job = new { login = "a", senha = "b", filtro = "12345678", cnpj = "11.222.333/0001-81" };

    public static async Task RunAsync(int rounds)
    {
        await using var server = await BenchServer.StartAsync();
        var benchmark = new DeployBenchmark(server);
        Report.Write("deploy", "Da última escrita da cópia ao primeiro job aceito na versão nova", "ms", await benchmark.MeasureAsync(rounds));
        var tenth = Math.Max(1, rounds / 10);
        Report.Write("deploy-memory", $"Memória residente em {rounds} trocas de versão", "MiB", [new("no primeiro décimo", [.. benchmark._memory.Take(tenth)]), new("no último", [.. benchmark._memory.TakeLast(tenth)])]);
        Report.Write("deploy-alive", "Versões antigas ainda na memória depois de cada troca", "versões", [new("BotPhone", benchmark._leaving)]);
    }

    private async Task<IReadOnlyList<Measurement>> MeasureAsync(int rounds)
    {
        var (served, bare) = (new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            var (project, version) = round % 2 == 0 ? ("Swap", "1.0.0") : ("SwapNext", "2.0.0");
            var (deployed, loaded) = (await DeployAsync(project, version), Load(project));
            if (round == 0) continue;
            served.Add(deployed);
            _memory.Add(server.Memory);
            _leaving.Add((await server.GetAsync("/operadoras"))["saindo"]!.AsArray().Count);
            bare.Add(loaded);
        }

        return [new("plataforma: ler, carregar, criar, descarregar", bare), new("BotPhone: até o primeiro job aceito", served)];
    }

    private async Task<double> DeployAsync(string project, string version)
    {
        server.Drop(Repository.OutputOf(project), "Swap");
        var start = Stopwatch.GetTimestamp();
        await server.UntilServesAsync("SWAP", version);
        (await server.Http.PostAsJsonAsync("/executar/swap", Job)).EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Load(string project)
    {
        var start = Stopwatch.GetTimestamp();
        var context = new AssemblyLoadContext(project, isCollectible: true);
        var assembly = context.LoadFromStream(new MemoryStream(File.ReadAllBytes(Path.Combine(Repository.OutputOf(project), "Swap.dll"))));
        Activator.CreateInstance(assembly.GetType("Swap.SwapOperator", throwOnError: true)!);
        context.Unload();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
