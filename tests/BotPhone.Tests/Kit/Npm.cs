using System.Diagnostics;

namespace BotPhone.Tests.Kit;

/// <summary>A folder of JavaScript, with what it needs installed from its lockfile once a test run.</summary>
internal sealed class Npm
{
    private static readonly string Program = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
    private readonly Lazy<Task> _installed;

    private Npm(params string[] folder)
    {
        Folder = Path.Combine([Repository.Root, .. folder]);
        _installed = new Lazy<Task>(InstallAsync);
    }

    /// <summary>The tools of the tests, and the client that the seed shows.</summary>
    public static Npm Frontend { get; } = new("tests", "Frontend");

    public static Npm WebExample { get; } = new("examples", "web");

    public string Folder { get; }

    /// <summary>Runs a script of the folder's <c>package.json</c>.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(string script, params IEnumerable<string> arguments)
    {
        await _installed.Value;
        return await StartAsync(["run", "--silent", script, "--", .. arguments]);
    }

    /// <summary>Runs a program that one of the folder's packages brings.</summary>
    public async Task<(int ExitCode, string Output)> ExecAsync(string program, params IEnumerable<string> arguments)
    {
        await _installed.Value;
        return await StartAsync(["exec", "--no", "--", program, .. arguments]);
    }

    /// <summary>A file that one of the folder's packages brings.</summary>
    /// <param name="pattern">Its name below the package.</param>
    public async Task<string> FileAsync(string package, string pattern)
    {
        await _installed.Value;
        return Directory.GetFiles(Path.Combine(Folder, "node_modules", package), pattern, SearchOption.AllDirectories).Single();
    }

    /// <summary>Runs a script that makes the folder's <c>dist</c>.</summary>
    /// <returns>Where that is.</returns>
    public async Task<string> BuildAsync(string script)
    {
        var (exitCode, output) = await RunAsync(script);
        return exitCode == 0 ? Path.Combine(Folder, "dist") : throw new InvalidOperationException($"npm run {script} in {Folder} ended with {exitCode}: {output}");
    }

    private async Task InstallAsync()
    {
        var (exitCode, output) = await StartAsync(["ci", "--prefer-offline"]);
        if (exitCode != 0) throw new InvalidOperationException($"npm ci in {Folder} ended with {exitCode}: {output}");
    }

    private async Task<(int ExitCode, string Output)> StartAsync(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
