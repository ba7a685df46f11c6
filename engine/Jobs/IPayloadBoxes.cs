namespace BotPhone.Jobs;

/// <summary>Keeps what the <see cref="PayloadVault"/> has sealed, one box a job.</summary>
internal interface IPayloadBoxes
{
    /// <summary>Where a box is, for whoever has to remove it by hand.</summary>
    string PlaceOf(Guid job);

    /// <summary>Keeps a box. When the task completes it survives the death of the process.</summary>
    /// <exception cref="IOException">It was not kept.</exception>
    Task KeepAsync(Guid job, byte[] box);

    /// <returns>Null when there is none.</returns>
    Task<byte[]?> FindAsync(Guid job);

    /// <summary>Takes the place of a box that is there.</summary>
    Task ReplaceAsync(Guid job, byte[] box);

    /// <summary>Removes a box. What could not be removed goes at the next start.</summary>
    Task EraseAsync(Guid job);

    /// <summary>Removes all boxes that belong to no job that still needs them.</summary>
    Task EraseAllButAsync(IReadOnlySet<Guid> jobs);

    /// <summary>All jobs that have one.</summary>
    Task<IReadOnlyList<Guid>> JobsAsync();
}
