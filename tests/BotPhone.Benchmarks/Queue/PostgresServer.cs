using System.Diagnostics;
using BotPhone.Tests.Kit;

namespace BotPhone.Benchmarks;

/// <summary>A PostgreSQL of its own as Debian installs it, with its own defaults: what is committed is on the disk.</summary>
internal sealed class PostgresServer : IDisposable
{
    private const string User = "postgres";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("botphone-bench-pg-");
    private readonly int _port = FreePort.Find();

    public PostgresServer()
    {
        // It refuses to run as root.
        if (Environment.IsPrivilegedProcess) Run("chown", User, _folder.FullName);
        RunAsUser("initdb", "-D", Data, "-A", "trust", "-U", User, "-E", "UTF8");
        RunAsUser("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder.FullName, "log"), "-o", $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder.FullName}", "start");
    }

    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username={User};Database={User};Maximum Pool Size=50";

    private string Data => Path.Combine(_folder.FullName, "data");

    public void Dispose()
    {
        RunAsUser("pg_ctl", "-D", Data, "-m", "fast", "-w", "stop");
        _folder.Delete(recursive: true);
    }

    private static void RunAsUser(string program, params string[] arguments)
    {
        var path = Directory.GetDirectories("/usr/lib/postgresql").Order().Select(version => Path.Combine(version, "bin", program)).Last();
        if (Environment.IsPrivilegedProcess) Run("runuser", ["-u", User, "--", path, .. arguments]);
        else Run(path, arguments);
    }

    // What it says goes nowhere: a server that it starts would hold the pipe.
    private static void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" > /dev/null", program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: exit code {process.ExitCode}");
    }
}
