using BotPhone.Hosting;

namespace BotPhone.Jobs.Store;

/// <summary>Sealed payloads as files beside the database. One that goes is overwritten first.</summary>
internal sealed class PayloadFiles(DataFolder data, ILogger<PayloadFiles> log) : IPayloadBoxes
{
    private readonly string _folder = Directory.CreateDirectory(data.File("payloads")).FullName;

    public string PlaceOf(Guid job) => Path.Combine(_folder, job.ToString());

    public Task KeepAsync(Guid job, byte[] box)
    {
        Write(PlaceOf(job), box);
        return Task.CompletedTask;
    }

    public async Task<byte[]?> FindAsync(Guid job) => File.Exists(PlaceOf(job)) ? await File.ReadAllBytesAsync(PlaceOf(job)) : null;

    public Task ReplaceAsync(Guid job, byte[] box)
    {
        var again = $"{PlaceOf(job)}.new";
        Write(again, box);
        File.Move(again, PlaceOf(job), overwrite: true);
        return Task.CompletedTask;
    }

    public Task EraseAsync(Guid job)
    {
        Erase(PlaceOf(job));
        return Task.CompletedTask;
    }

    public Task EraseAllButAsync(IReadOnlySet<Guid> jobs)
    {
        foreach (var file in Directory.GetFiles(_folder))
            if (JobOf(file) is not { } job || !jobs.Contains(job)) Erase(file);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Guid>> JobsAsync() => Task.FromResult<IReadOnlyList<Guid>>([.. Directory.GetFiles(_folder).Select(JobOf).OfType<Guid>()]);

    private static void Write(string path, byte[] box)
    {
        using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
        RandomAccess.Write(file, box, 0);
        RandomAccess.FlushToDisk(file);
    }

    // Out of the way first: one that a crash leaves half erased must not be taken for a payload whose key is gone.
    private void Erase(string path)
    {
        try
        {
            if (!File.Exists(path)) return;
            var gone = $"{path}.gone";
            File.Move(path, gone, overwrite: true);
            SecretFile.Erase(gone);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            JobsLog.NotErased(log, exception, Path.GetFileName(path));
        }
    }

    private static Guid? JobOf(string path) => Guid.TryParse(Path.GetFileName(path), out var job) ? job : null;
}
