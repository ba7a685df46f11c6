namespace BotPhone.Tests.Kit;

/// <summary>One Grid for the tests that use a browser one after another; it is started with the first and ends with the last.</summary>
internal static class SharedGrid
{
    private static readonly Lazy<Task<GridServer>> Server = new(GridServer.StartAsync);

    /// <summary>The Grid, without what the test before may have left: a server that is killed leaves its sessions.</summary>
    public static async Task<GridServer> GetAsync()
    {
        var grid = await Server.Value;
        await grid.EndAllAsync();
        return grid;
    }

    public static async Task EndAsync()
    {
        if (Server.IsValueCreated) await (await Server.Value).DisposeAsync();
    }
}
