namespace BotPhone.Tests.Kit;

/// <summary>One Grid for all tests; it is started with the first and ends with the last.</summary>
internal static class SharedGrid
{
    private static readonly Lazy<Task<GridServer>> Server = new(GridServer.StartAsync);

    public static Task<GridServer> GetAsync() => Server.Value;

    public static async Task EndAsync()
    {
        if (Server.IsValueCreated) await (await Server.Value).DisposeAsync();
    }
}
