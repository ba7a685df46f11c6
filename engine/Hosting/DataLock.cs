namespace BotPhone.Hosting;

/// <summary>Keeps a second server off the same <c>Data:Path</c>; the system frees it when the process ends, however it ends.</summary>
internal sealed class DataLock : IDisposable
{
    private readonly FileStream _file;

    public DataLock(DataFolder data)
    {
        try
        {
            _file = new FileStream(data.File("botphone.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new StartupException($"Data:Path: a pasta '{data.Root}' já está em uso por outro BotPhone");
        }
    }

    public void Dispose() => _file.Dispose();
}
