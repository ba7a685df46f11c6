using System.Security.Cryptography;
using System.Text.Json;
using BotPhone.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace BotPhone.Jobs;

/// <summary>
/// What clients asked for, with its passwords, from acceptance until the job ends: encrypted, a box a job, and never in the job itself, so that an
/// end is an end (docs/decisions/0020-payloads-beside-the-database.md).
/// </summary>
internal sealed class PayloadVault(IPayloadBoxes boxes, DataFolder data, IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("BotPhone.Jobs.Payload.v1");

    /// <summary>Keeps a payload. When the task completes it survives the death of the process.</summary>
    /// <exception cref="IOException">It was not kept.</exception>
    public Task KeepAsync(Guid job, IReadOnlyDictionary<string, string> values) => boxes.KeepAsync(job, Seal(values));

    /// <exception cref="IOException">There is no such payload.</exception>
    /// <exception cref="CryptographicException">It was changed, or its key is not there.</exception>
    public async Task<IReadOnlyDictionary<string, string>> OpenAsync(Guid job) =>
        Unseal(await boxes.FindAsync(job) ?? throw new FileNotFoundException($"The payload of job {job} is not there."));

    /// <summary>Says so when a payload that is there cannot be opened: the keys are not those that it was sealed with.</summary>
    /// <exception cref="StartupException">It cannot be opened.</exception>
    public async Task TryAsync(Guid job)
    {
        try
        {
            if (await boxes.FindAsync(job) is { } box) Unseal(box);
        }
        catch (CryptographicException)
        {
            throw new StartupException(
                $"O pedido do job {job} não pode ser aberto com as chaves atuais: confira Secrets:Certificate, Secrets:Key e a pasta '{data.File("keys")}'. "
                + $"Para seguir sem ele, apague '{boxes.PlaceOf(job)}': o job termina com INTERROMPIDO");
        }
    }

    /// <summary>Removes a payload. What could not be removed goes at the next start.</summary>
    public Task EraseAsync(Guid job) => boxes.EraseAsync(job);

    /// <summary>Erases what belongs to no job that still needs it.</summary>
    public Task EraseAllButAsync(IReadOnlySet<Guid> jobs) => boxes.EraseAllButAsync(jobs);

    /// <summary>Encrypts every payload again, with the present key.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> SealAgainAsync()
    {
        var jobs = await boxes.JobsAsync();
        foreach (var job in jobs)
            if (await boxes.FindAsync(job) is { } box) await boxes.ReplaceAsync(job, Seal(Unseal(box)));
        return jobs.Count;
    }

    public byte[] Seal(IReadOnlyDictionary<string, string> values)
    {
        var clear = JsonSerializer.SerializeToUtf8Bytes(values, JobsJson.Default.IReadOnlyDictionaryStringString);
        var box = _protector.Protect(clear);
        CryptographicOperations.ZeroMemory(clear);
        return box;
    }

    /// <exception cref="CryptographicException">It was changed, or its key is not there.</exception>
    public IReadOnlyDictionary<string, string> Unseal(byte[] box)
    {
        var clear = _protector.Unprotect(box);
        var values = JsonSerializer.Deserialize(clear, JobsJson.Default.IReadOnlyDictionaryStringString)!;
        CryptographicOperations.ZeroMemory(clear);
        return values;
    }
}
