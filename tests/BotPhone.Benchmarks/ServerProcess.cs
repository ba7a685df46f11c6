using System.Diagnostics;

namespace BotPhone.Benchmarks;

/// <summary>What is measured of a server in a process of its own, be it ours or the platform's.</summary>
internal static class ServerProcess
{
    /// <summary>Asks until all is well.</summary>
    /// <param name="process">The server.</param>
    /// <param name="http">With its address as base.</param>
    /// <exception cref="HttpRequestException">It has ended.</exception>
    public static async Task UntilHealthyAsync(this Process process, HttpClient http)
    {
        while (!await IsHealthyAsync(process, http)) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
    }

    /// <summary>What it holds in memory now, in MiB.</summary>
    public static double Memory(this Process process)
    {
        process.Refresh();
        return process.WorkingSet64 / 1048576.0;
    }

    private static async Task<bool> IsHealthyAsync(Process process, HttpClient http)
    {
        try
        {
            return (await http.GetAsync(new Uri("/health", UriKind.Relative))).IsSuccessStatusCode;
        }
        catch (HttpRequestException) when (!process.HasExited)
        {
            return false;
        }
    }
}
