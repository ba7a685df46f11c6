namespace BotPhone.Jobs;

/// <summary>What happened to operators, the last times. It outlives the server.</summary>
internal interface IDeployHistory
{
    /// <summary>
    /// Notes what happened, and then tells those who follow. What a server finds at its start as the one before left it is told, but has not
    /// happened again.
    /// </summary>
    void Add(OperatorChanged change);

    /// <summary>The newest first.</summary>
    ValueTask<IReadOnlyList<OperatorChanged>> NewestAsync(int limit);
}
