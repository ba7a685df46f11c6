using Npgsql;

namespace BotPhone.Jobs.Cluster;

/// <summary>Where a job waits for a node that runs it.</summary>
internal interface IClusterQueue
{
    /// <summary>Adds a job, as a part of the transaction that accepts it.</summary>
    Task EnqueueAsync(Job job, NpgsqlTransaction transaction);
}
