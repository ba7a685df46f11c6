using BotPhone.Tests.Kit;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;

namespace BotPhone.Benchmarks;

/// <summary>Hangfire, called from this process.</summary>
internal sealed class HangfireWay : IQueueWay
{
    private readonly BackgroundJobClient _client;
    private readonly BackgroundJobServer _server;

    private HangfireWay(string name, JobStorage storage)
    {
        Name = name;
        _client = new BackgroundJobClient(storage);
        _server = new BackgroundJobServer(new BackgroundJobServerOptions { WorkerCount = IQueueWay.AtATime }, storage);
    }

    public string Name { get; }

    public static HangfireWay InMemory() => new("Hangfire.InMemory", new InMemoryStorage());

    public static HangfireWay OnPostgres(PostgresServer postgres)
    {
        // The quickest that it can be told to look for the next job. Its long polling now and then does not see one.
        var options = new PostgreSqlStorageOptions { QueuePollInterval = TimeSpan.FromMilliseconds(50) };
        return new("Hangfire.PostgreSql", new PostgreSqlStorage(new NpgsqlConnectionFactory(postgres.ConnectionString, options), options));
    }

    public Task SubmitAsync(string payload) => Task.Run(() => _client.Enqueue(() => DoneJobs.Add(payload)));

    public Task UntilDoneAsync(int count) => DoneJobs.UntilAsync(count);

    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        return ValueTask.CompletedTask;
    }
}
