using System.Diagnostics;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Docs;

/// <summary>A shell that keeps its variables from one snippet to the next.</summary>
internal sealed class BashSession : IDisposable
{
    private const string End = "--- the snippet ended with ";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);
    private readonly TemporaryFolder _folder = new();
    private readonly Process _bash;

    public BashSession(IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc"])
        {
            WorkingDirectory = Directory.CreateDirectory(_folder.File("home")).FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        _bash = Process.Start(start)!;
    }

    /// <summary>Runs a snippet to its end.</summary>
    /// <returns>What it wrote; with its exit code behind it, when that is not 0.</returns>
    public async Task<string> RunAsync(string snippet)
    {
        await File.WriteAllTextAsync(_folder.File("snippet"), snippet);
        await _bash.StandardInput.WriteLineAsync($"source '{_folder.File("snippet")}' < /dev/null 2>&1; printf '\\n{End}%s\\n' $?");
        await _bash.StandardInput.FlushAsync();

        var shown = new List<string>();
        while (await _bash.StandardOutput.ReadLineAsync().WaitAsync(Limit) is { } line)
        {
            if (!line.StartsWith(End, StringComparison.Ordinal)) shown.Add(line);
            else return string.Join('\n', shown) + (line == $"{End}0" ? "" : line);
        }

        throw new InvalidOperationException("The snippet ended the shell.");
    }

    public void Dispose()
    {
        _bash.Kill(entireProcessTree: true);
        _bash.WaitForExit();
        _bash.Dispose();
        _folder.Dispose();
    }
}
