using System.Diagnostics;

namespace BotPhone.Tests.Kit;

/// <summary>The JavaScript tools in <c>tests/Frontend</c>, installed from their lockfile once a test run.</summary>
internal static class Npm
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Frontend");
    private static readonly Lazy<Task> Installed = new(InstallAsync);

    /// <summary>Runs a script of the folder.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string script, params IEnumerable<string> arguments)
    {
        await Installed.Value;
        return await StartAsync("node", [script, .. arguments]);
    }

    private static async Task InstallAsync()
    {
        var (exitCode, output) = await StartAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--prefer-offline"]);
        if (exitCode != 0) throw new InvalidOperationException($"npm ci in {Folder} ended with {exitCode}: {output}");
    }

    private static async Task<(int ExitCode, string Output)> StartAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
