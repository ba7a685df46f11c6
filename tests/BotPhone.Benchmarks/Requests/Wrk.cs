using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace BotPhone.Benchmarks;

/// <summary>The load generator of that name, in a process of its own: one thread, 32 connections.</summary>
internal static partial class Wrk
{
    private const int Seconds = 4;

    /// <summary>How many requests a second are answered well.</summary>
    /// <param name="server">Base address and token.</param>
    /// <param name="path">What is asked for.</param>
    /// <param name="body">As JSON, of a POST; null for a GET.</param>
    public static async Task<double> RunAsync(HttpClient server, string path, string? body = null)
    {
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, body is null ? "" : $"wrk.method = 'POST'\nwrk.headers['Content-Type'] = 'application/json'\nwrk.body = [[{body}]]\n");
            string[] token = server.DefaultRequestHeaders.Authorization is { } header ? ["-H", $"Authorization: {header}"] : [];
            var start = new ProcessStartInfo("wrk", ["-t1", "-c32", $"-d{Seconds}s", "-s", script, .. token, new Uri(server.BaseAddress!, path).AbsoluteUri]) { RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode != 0 || Refused().IsMatch(output)) throw new InvalidOperationException(output);
            return double.Parse(Rate().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
        }
        finally
        {
            File.Delete(script);
        }
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex("Non-2xx|Socket errors: (?!connect 0, read 0, write 0, timeout 0)")]
    private static partial Regex Refused();
}
