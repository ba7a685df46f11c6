using DbUp;
using DbUp.Engine;
using Microsoft.Extensions.Options;
using Npgsql;

namespace BotPhone.Hosting;

/// <summary>The database that the nodes of a cluster share. Its tables are there, and of this version, once it is made.</summary>
internal sealed class PostgresDatabase : IDisposable, IAsyncDisposable
{
    private const string Scripts = "postgres/";

    // Whoever starts while another node brings the tables up to date waits for it.
    private const long MigrationLock = 0x426F7450686F6E65;
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(10);

    // What the database holds for a node that hangs in the midst of a transaction, or whose machine is gone without a word, would keep all
    // others waiting: it is freed by the database. Whoever says otherwise in the connection string is heard.
    private const string FreedByItself = "-c idle_in_transaction_session_timeout=5s -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=5";
    private readonly string _connectionString;

    /// <exception cref="StartupException">It cannot be reached or used.</exception>
    public PostgresDatabase(IOptions<ClusterOptions> options)
        : this(options.Value.ConnectionString)
    {
    }

    /// <inheritdoc cref="PostgresDatabase(IOptions{ClusterOptions})"/>
    public PostgresDatabase(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "botphone",
            // A database that is gone without a word is noticed by asking.
            KeepAlive = (int)KeepAlive.TotalSeconds,
            // More statements than there are, the queue's with them: each is planned once for a connection.
            MaxAutoPrepare = 150,
            AutoPrepareMinUsages = 2,
        };
        builder.Options = $"{FreedByItself} {builder.Options}".TrimEnd();
        _connectionString = builder.ConnectionString;
        Source = NpgsqlDataSource.Create(_connectionString);
        try
        {
            Migrate();
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            Source.Dispose();
            throw new StartupException($"Cluster:ConnectionString: o PostgreSQL não pode ser usado: {exception.Message}");
        }
    }

    public NpgsqlDataSource Source { get; }

    public void Dispose() => Source.Dispose();

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    private void Migrate()
    {
        using var connection = Source.OpenConnection();
        using var wait = new NpgsqlCommand("select pg_advisory_lock(@lock)", connection) { CommandTimeout = 0, Parameters = { new("lock", MigrationLock) } };
        wait.ExecuteNonQuery();
        try
        {
            var alone = new NpgsqlConnectionStringBuilder(_connectionString) { Pooling = false }.ConnectionString;
            var result = DeployChanges.To.PostgresqlDatabase(alone)
                .WithScriptsEmbeddedInAssembly(typeof(PostgresDatabase).Assembly, name => name.StartsWith(Scripts, StringComparison.Ordinal))
                .JournalToPostgresqlTable("public", "schema_versions")
                .WithTransactionPerScript()
                .LogToNowhere()
                .Build()
                .PerformUpgrade();
            if (!result.Successful) throw Refusal(result);
        }
        finally
        {
            using var free = new NpgsqlCommand("select pg_advisory_unlock(@lock)", connection) { Parameters = { new("lock", MigrationLock) } };
            free.ExecuteNonQuery();
        }
    }

    private static StartupException Refusal(DatabaseUpgradeResult result) =>
        new($"Cluster:ConnectionString: as tabelas do PostgreSQL não puderam ser preparadas ({result.ErrorScript?.Name}): {result.Error.Message}");
}
