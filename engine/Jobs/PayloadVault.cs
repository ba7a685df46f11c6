using System.Security.Cryptography;
using System.Text.Json;
using BotPhone.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace BotPhone.Jobs;

/// <summary>
/// What clients asked for, with its passwords, from acceptance until the job ends: encrypted, a file a job, beside the database and
/// never in it, so that an end is an end (docs/decisions/0020-payloads-beside-the-database.md).
/// </summary>
internal sealed class PayloadVault(DataFolder data, IDataProtectionProvider protection, ILogger<PayloadVault> log)
{
    private readonly string _folder = Directory.CreateDirectory(data.File("payloads")).FullName;
    private readonly IDataProtector _protector = protection.CreateProtector("BotPhone.Jobs.Payload.v1");

    /// <summary>Keeps a payload. When it returns the file survives the death of the process.</summary>
    public void Keep(Guid job, IReadOnlyDictionary<string, string> values) => Write(PathOf(job), Seal(values));

    /// <exception cref="IOException">There is no such payload.</exception>
    /// <exception cref="CryptographicException">It was changed, or its key is not there.</exception>
    public IReadOnlyDictionary<string, string> Open(Guid job) => Unseal(File.ReadAllBytes(PathOf(job)));

    /// <summary>Says so when a payload that is there cannot be opened: the keys are not those that it was sealed with.</summary>
    /// <exception cref="StartupException">It cannot be opened.</exception>
    public void Try(Guid job)
    {
        try
        {
            if (File.Exists(PathOf(job))) Open(job);
        }
        catch (CryptographicException)
        {
            throw new StartupException(
                $"O pedido do job {job} não pode ser aberto com as chaves atuais: confira Secrets:Certificate, Secrets:Key e a pasta '{data.File("keys")}'. "
                + $"Para seguir sem ele, apague '{PathOf(job)}': o job termina com INTERROMPIDO");
        }
    }

    /// <summary>Overwrites a payload and removes it. What could not be removed goes at the next start.</summary>
    public void Erase(Guid job) => Erase(PathOf(job));

    /// <summary>Erases what belongs to no job that still needs it.</summary>
    public void EraseAllBut(IReadOnlySet<Guid> jobs)
    {
        foreach (var file in Directory.GetFiles(_folder))
            if (JobOf(file) is not { } job || !jobs.Contains(job)) Erase(file);
    }

    /// <summary>Encrypts every payload again, with the present key.</summary>
    /// <returns>How many there were.</returns>
    public int SealAgain()
    {
        var files = Directory.GetFiles(_folder).Where(file => JobOf(file) is not null).ToList();
        foreach (var file in files)
        {
            var again = $"{file}.new";
            Write(again, Seal(Unseal(File.ReadAllBytes(file))));
            File.Move(again, file, overwrite: true);
        }

        return files.Count;
    }

    private byte[] Seal(IReadOnlyDictionary<string, string> values)
    {
        var clear = JsonSerializer.SerializeToUtf8Bytes(values, JobsJson.Default.IReadOnlyDictionaryStringString);
        var box = _protector.Protect(clear);
        CryptographicOperations.ZeroMemory(clear);
        return box;
    }

    private IReadOnlyDictionary<string, string> Unseal(byte[] box)
    {
        var clear = _protector.Unprotect(box);
        var values = JsonSerializer.Deserialize(clear, JobsJson.Default.IReadOnlyDictionaryStringString)!;
        CryptographicOperations.ZeroMemory(clear);
        return values;
    }

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

    private string PathOf(Guid job) => Path.Combine(_folder, job.ToString());
}
