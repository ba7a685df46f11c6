namespace BotPhone.Jobs;

/// <summary>Where accepted jobs wait until they may run.</summary>
internal interface IJobQueue
{
    /// <summary>Takes a job that is in the store.</summary>
    void Add(Job job);

    /// <summary>Whether a job of a login waits that this server alone will run.</summary>
    bool HasOf(string loginKey);

    /// <summary>Something has changed that kept jobs from running.</summary>
    void LookAgain();
}
