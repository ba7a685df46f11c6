using BotPhone.Hosting;
using BotPhone.Jobs.Cluster;
using BotPhone.Jobs.Postgres;
using BotPhone.Jobs.Store;
using LiteDB;
using Microsoft.Extensions.Options;

namespace BotPhone.Jobs.Move;

/// <summary>All that a server that is stopped has left under its <c>Data:Path</c>. It is only read.</summary>
internal sealed class MoveSource : IDisposable
{
    private readonly LiteDatabase _database;

    /// <param name="old">Opens what the old server has sealed.</param>
    public MoveSource(DataFolder data, IPayloadBoxes boxes, Lazy<PayloadVault> old, PayloadVault vault, SealedSecrets secrets, IClusterQueue queue, IOptions<ClusterOptions> cluster)
    {
        _database = StoreFile.OpenToRead(data.File(LiteJobStore.FileName));
        Id = Fingerprint.Of("botphone move", File.Exists(data.File(RequestKeyFile.Name)) ? KeptSecret.Read(data.File(RequestKeyFile.Name)) : $"{_database.GetCollection("$database").FindAll().First()["creationTime"]}");
        Collections =
        [
            new SecretCollection(secrets, data),
            new PayloadCollection(_database, boxes, old, vault, data),
            new JobCollection(_database, queue),
            new LiteCollection(_database, "logs", "linhas dos jobs", MovedTables.Lines, MovedRows.OfLine),
            new LiteCollection(_database, "processo_updates", "avisos a processos", MovedTables.Updates, MovedRows.OfUpdate),
            new LiteCollection(_database, "frozen_logins", "logins congelados", MovedTables.FrozenLogins, MovedRows.OfFrozenLogin),
            new LiteCollection(_database, "ledger", "faturas do livro", MovedTables.Ledger, MovedRows.OfEntry),
            new LiteCollection(_database, "ledger_accounts", "contas do livro", MovedTables.Accounts, MovedRows.OfAccount),
            new LiteCollection(_database, "failed_accounts", "contas sem sucesso", MovedTables.FailedAccounts, MovedRows.OfFailedAccount),
            new LiteCollection(_database, "job_days", "números por dia", MovedTables.Days, MovedRows.OfDay),
            new LiteCollection(_database, "last_failures", "últimas falhas", MovedTables.LastFailures, MovedRows.OfLastFailures),
            new LiteCollection(_database, "deploys", "história das operadoras", MovedTables.Deploys, MovedRows.OfDeploy(cluster.Value.Node)),
        ];
    }

    /// <summary>The same for the same server, whatever has happened to it since.</summary>
    public string Id { get; }

    public IReadOnlyList<MovedCollection> Collections { get; }

    /// <exception cref="StartupException">There is no database, or it is damaged.</exception>
    public static void Check(DataFolder data)
    {
        var path = data.File(LiteJobStore.FileName);
        if (!File.Exists(path)) throw new StartupException($"Não há banco de jobs em '{data.Root}': diga em Data:Path a pasta do servidor antigo");
        if (StoreFile.Damage(path) is { } damage) throw new StartupException($"O banco de jobs '{path}' está danificado: {damage}. O servidor o guarda à parte quando iniciar, e diz como seguir");
    }

    public Job? FindJob(Guid id) => _database.GetCollection("jobs").FindById(id) is { } document ? JobDocument.Read(document) : null;

    /// <summary>The documents that the ledger says are held.</summary>
    public IEnumerable<StoredDocument> HeldDocuments(int batch)
    {
        var last = 0L;
        while (_database.GetCollection("ledger").Query().Where(Query.GT("_id", last)).OrderBy("_id").Limit(batch).ToEnumerable().Select(LedgerDocument.Read).ToList() is [.., var newest] entries)
        {
            foreach (var entry in entries.Where(entry => entry.RemovedAt is null)) yield return entry.Document;
            last = newest.Number;
        }
    }

    public void Dispose() => _database.Dispose();
}
