using System.Diagnostics;
using Npgsql;

namespace BotPhone.Tests.Kit;

/// <summary>A PostgreSQL of its own, as Debian installs it, on loopback.</summary>
internal sealed class PostgresServer : IDisposable
{
    private const string User = "postgres";
    private const string Fast = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("botphone-pg-");
    private readonly int _port = FreePort.Find();
    private readonly string _options;

    /// <param name="durable">Whether what is committed is on the disk, as it is by default; tests that do not measure need not wait for that.</param>
    public PostgresServer(bool durable)
    {
        _options = $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder.FullName} -c max_connections=300 {(durable ? "" : Fast)}";
        // It refuses to run as root.
        if (Environment.IsPrivilegedProcess) Run("chown", User, _folder.FullName);
        RunAsUser("initdb", "-D", Data, "-A", "trust", "-U", User, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        Start();
    }

    /// <summary>Of the database that is there from the beginning.</summary>
    public string ConnectionString => ConnectionStringOf(User);

    private string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>Makes a database.</summary>
    /// <returns>Its connection string.</returns>
    public string CreateDatabase()
    {
        var name = $"b{Guid.NewGuid():N}";
        using var connection = new NpgsqlConnection(ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand($"create database {name}", connection);
        command.ExecuteNonQuery();
        return ConnectionStringOf(name);
    }

    public void Start() => RunAsUser("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder.FullName, "log"), "-o", _options, "start");

    /// <summary>Ends it at once, and with it all connections.</summary>
    public void Stop() => RunAsUser("pg_ctl", "-D", Data, "-m", "fast", "-w", "stop");

    public void Dispose()
    {
        Stop();
        _folder.Delete(recursive: true);
    }

    private string ConnectionStringOf(string database) => $"Host=127.0.0.1;Port={_port};Username={User};Database={database};Maximum Pool Size=30";

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
