namespace BotPhone.Jobs.Move;

/// <summary>What one server keeps beside its database, where no other node would find it: invoices in files, those that wait for a bucket, and evidence.</summary>
internal interface IOldFiles
{
    /// <summary>Sees that the bucket is there, and makes it when it is missing.</summary>
    Task CheckAsync();

    /// <summary>Copies all of it into the bucket, under the same keys. What is there already, byte by byte, stays.</summary>
    /// <param name="jobOf">Says whose evidence it is; what no job names is not copied.</param>
    /// <exception cref="Hosting.StartupException">The bucket holds something else under one of the keys.</exception>
    Task<RecordDigest> CopyAsync(Func<Guid, Job?> jobOf);

    /// <summary>Whether the bucket holds a document of that size.</summary>
    Task<bool> HoldsAsync(StoredDocument document);
}
