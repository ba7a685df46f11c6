using System.Diagnostics;
using BotPhone.Tests.Kit;

namespace BotPhone.Benchmarks;

/// <summary>The simulated portals in a process of their own, whose work is not what is measured.</summary>
internal sealed class PortalProcess : IDisposable
{
    private const int MostAttempts = 10;
    private readonly Process _process;

    private PortalProcess(Process process, Uri oi) => (_process, Oi) = (process, oi);

    /// <summary>The address of the OI portal.</summary>
    public Uri Oi { get; }

    /// <summary>What it has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<PortalProcess> StartAsync()
    {
        // Of the ports above a free one, which the portals take, one may be in use.
        for (var attempt = 0; attempt < MostAttempts; attempt++)
            if (await TryStartAsync(FreePort.Find()) is { } portals) return portals;
        throw new InvalidOperationException("The portals did not start.");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task<PortalProcess?> TryStartAsync(int control)
    {
        var program = Path.Combine(Repository.OutputOf("PortalSimulator"), "PortalSimulator.dll");
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, "--control", $"{control}"]) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.Contains("Portal SAT", StringComparison.Ordinal)) return new PortalProcess(process, new Uri($"http://127.0.0.1:{control + 1}"));
        process.Dispose();
        return null;
    }
}
