namespace BotPhone.Jobs;

/// <summary>Starts waiting jobs.</summary>
internal interface IJobScheduler : IHostedService
{
    /// <summary>Whether it starts none any more.</summary>
    bool HasStopped { get; }
}
