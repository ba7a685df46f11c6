namespace BotPhone.Benchmarks;

/// <summary>The published server, over REST, with an operator that ends at once: it finds no invoice.</summary>
internal sealed class ServerQueue : IQueueWay
{
    private readonly BenchServer _server;
    private int _done;

    private ServerQueue(BenchServer server) => _server = server;

    public string Name => "BotPhone: por REST";

    public static async Task<ServerQueue> StartAsync() => new(await ProbeServer.StartAsync($"--Jobs:MaxConcurrency={IQueueWay.AtATime}"));

    public Task SubmitAsync(string payload) => ProbeServer.SubmitAsync(_server, payload);

    public async Task UntilDoneAsync(int count)
    {
        _done += count;
        while (await DoneAsync() < _done) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task<int> DoneAsync() => (int)(await _server.GetAsync("/jobs?status=FAILED&limit=1"))["total_jobs"]!;
}
