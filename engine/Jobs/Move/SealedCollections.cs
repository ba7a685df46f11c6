using System.Security.Cryptography;
using System.Text;
using BotPhone.Hosting;
using BotPhone.Jobs.Postgres;
using BotPhone.Jobs.Store;
using LiteDB;

namespace BotPhone.Jobs.Move;

/// <summary>
/// What clients asked for in jobs that have not ended: opened with the old keys and sealed with those of the cluster. What is in them is compared by
/// a secret of this run, so that the digits that are shown tell nobody anything.
/// </summary>
internal sealed class PayloadCollection(LiteDatabase source, IPayloadBoxes boxes, Lazy<PayloadVault> old, PayloadVault vault, DataFolder data)
    : MovedCollection("payloads", "pedidos que esperam", MovedTables.Payloads)
{
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes);
    private List<Guid>? _jobs;

    public override async Task<IReadOnlyList<MovedRecord>> ReadAfterAsync(string? key, int limit)
    {
        var last = key is null ? Guid.Empty : Guid.Parse(key);
        _jobs ??= [.. (await boxes.JobsAsync()).Where(IsWaiting).Order()];
        var records = new List<MovedRecord>();
        foreach (var job in _jobs.Where(job => job.CompareTo(last) > 0).Take(limit))
            if (await boxes.FindAsync(job) is { } box) records.Add(new MovedRecord($"{job}", [[job, SealAgain(job, box)]]));
        return records;
    }

    public override object?[] Open(object?[] row)
    {
        var values = vault.Unseal((byte[])row[1]!).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}\0{one.Value}");
        return [row[0], HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(string.Join('\0', values)))];
    }

    // One that a crash has left belongs to a job that has ended.
    private bool IsWaiting(Guid job) => source.GetCollection("jobs").FindById(job) is { } document && !JobDocument.Read(document).HasEnded;

    private byte[] SealAgain(Guid job, byte[] box)
    {
        try
        {
            return vault.Seal(old.Value.Unseal(box));
        }
        catch (CryptographicException)
        {
            throw new StartupException(
                $"O pedido do job {job} não pode ser aberto com as chaves de '{data.File("keys")}': se o servidor antigo as protegia com outro certificado ou outra chave, "
                + $"diga com qual em Move:Secrets:Certificate (e Move:Secrets:CertificatePassword) ou Move:Secrets:Key. Para seguir sem ele, apague '{boxes.PlaceOf(job)}': o job termina com INTERROMPIDO");
        }
    }
}

/// <summary>The secret by which requests and logins are known again: keys of requests and frozen logins hold only with it.</summary>
internal sealed class SecretCollection(SealedSecrets secrets, DataFolder data) : MovedCollection("kept_secrets", "segredo dos pedidos", MovedTables.Secrets)
{
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes);

    public override Task<IReadOnlyList<MovedRecord>> ReadAfterAsync(string? key, int limit)
    {
        var file = data.File(RequestKeyFile.Name);
        return Task.FromResult<IReadOnlyList<MovedRecord>>(
            key is null && File.Exists(file) ? [new MovedRecord(SealedSecrets.Requests, [[SealedSecrets.Requests, secrets.Seal(RequestKeyFile.Of(KeptSecret.Read(file)))]])] : []);
    }

    public override object?[] Open(object?[] row) => [row[0], HMACSHA256.HashData(_secret, secrets.Unseal((byte[])row[1]!))];
}
