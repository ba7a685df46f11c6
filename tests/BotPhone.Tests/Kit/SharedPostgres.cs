namespace BotPhone.Tests.Kit;

/// <summary>One PostgreSQL for all tests, each in a database of its own; it is started with the first and ends with the last.</summary>
internal static class SharedPostgres
{
    private static readonly Lazy<PostgresServer> Server = new(() => new PostgresServer(durable: false));

    public static string CreateDatabase() => Server.Value.CreateDatabase();

    public static void End()
    {
        if (Server.IsValueCreated) Server.Value.Dispose();
    }
}
