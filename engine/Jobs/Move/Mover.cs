using System.Globalization;
using BotPhone.Hosting;
using BotPhone.Jobs.Cluster;

namespace BotPhone.Jobs.Move;

/// <summary>
/// Takes all that one server kept over into what nodes share. A batch and the note of how far it goes are one transaction: whoever is killed goes on
/// after the last one. It is finished once all was read on both sides, and found the same (docs/decisions/0036-moving-into-a-cluster.md).
/// </summary>
internal sealed class Mover(MoveSource source, PostgresDatabase database, MoveJournal journal, PostgresLock turns, INodes nodes, IOldFiles files, TimeProvider time, TextWriter output)
{
    /// <summary>What the command is called among the nodes, of which it is none.</summary>
    public const string Name = "botphone db migrate";

    private const int Batch = 1000;
    private const int BatchesToTell = 100;
    private const int MostMissing = 10;
    private static readonly NumberFormatInfo Brazilian = new() { NumberGroupSeparator = "." };

    /// <returns>How it ended.</returns>
    /// <exception cref="StartupException">It cannot be done as things stand.</exception>
    public async Task<MoveEnd> RunAsync()
    {
        // What cannot be read, or has no place, is found before anything is begun.
        foreach (var collection in source.Collections) await collection.ReadAfterAsync(null, 1);
        await files.CheckAsync();
        switch (await BeginAsync())
        {
            case MoveState.Finished:
                await output.WriteLineAsync("Os dados deste servidor já estão no PostgreSQL: a mudança terminou antes, e nada foi alterado agora");
                return MoveEnd.Before;
            case MoveState.Continued:
                await output.WriteLineAsync("A mudança continua de onde parou");
                break;
        }

        foreach (var collection in source.Collections) await MoveAsync(collection);
        var copied = await files.CopyAsync(source.FindJob);
        CrashPoint.Pass(CrashPoint.FilesMoved);
        if (!await VerifyAsync(copied)) return MoveEnd.Different;
        await TellMissingAsync();
        // Numbers of lines are of the clock: no client has seen a higher one.
        await journal.FinishAsync(time.GetUtcNow().ToUnixTimeMilliseconds() * 1000);
        return MoveEnd.Now;
    }

    private async Task<MoveState> BeginAsync()
    {
        // Then there may be nodes, and they are not disturbed.
        if (await journal.StateOfAsync(source.Id) is MoveState.Finished) return MoveState.Finished;
        // No node starts between the look and the beginning.
        await using var turn = await turns.EnterAsync(ClusterScheduler.StartTurn, CancellationToken.None);
        var there = (await nodes.ListAsync()).Where(node => node.State != NodeState.Gone && node.Name != Name).Select(node => node.Name).ToList();
        if (there.Count > 0) throw new StartupException($"Há nós no ar sobre esse banco ({string.Join(", ", there)}): pare-os, e em alguns segundos execute o comando de novo");
        return await journal.BeginAsync(source.Id, source.Collections);
    }

    private async Task MoveAsync(MovedCollection collection)
    {
        for (var batches = 1; await MoveBatchAsync(collection); batches++)
            if (batches % BatchesToTell == 0) await output.WriteLineAsync(string.Create(Brazilian, $"  {collection.Title}: {batches * Batch:N0} levados…"));
    }

    private async Task<bool> MoveBatchAsync(MovedCollection collection)
    {
        var records = await collection.ReadAfterAsync(await journal.LastKeyAsync(collection), Batch);
        if (records is not [.., var last]) return false;
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await collection.Table.AddAsync(connection, records.SelectMany(record => record.Rows));
        await collection.CompleteAsync(records, transaction);
        await MoveJournal.NoteAsync(collection, last.Key, transaction);
        CrashPoint.Pass(CrashPoint.BatchWritten);
        await transaction.CommitAsync();
        CrashPoint.Pass(CrashPoint.BatchMoved);
        return true;
    }

    private async Task<bool> VerifyAsync(RecordDigest copied)
    {
        var allAreTheSame = true;
        foreach (var collection in source.Collections)
        {
            var (here, there) = (await ReadSourceAsync(collection), await ReadTargetAsync(collection));
            var isTheSame = here.IsOfTheSame(there);
            allAreTheSame &= isTheSame;
            await TellAsync(collection.Title, here, isTheSame ? "conferido" : string.Create(Brazilian, $"DIFERE: no PostgreSQL há {there.Count:N0} ({there.Digits})"));
        }

        // Each was read back when it was copied.
        await TellAsync("arquivos", copied, "conferido");
        return allAreTheSame;
    }

    private Task TellAsync(string title, RecordDigest digest, string found) => output.WriteLineAsync(string.Create(Brazilian, $"  {title,-24} {digest.Count,12:N0}  {digest.Digits}  {found}"));

    private static async Task<RecordDigest> ReadSourceAsync(MovedCollection collection)
    {
        var digest = new RecordDigest();
        for (IReadOnlyList<MovedRecord> page = await collection.ReadAfterAsync(null, Batch); page is [.., var last]; page = await collection.ReadAfterAsync(last.Key, Batch))
            foreach (var row in page.SelectMany(record => record.Rows)) digest.Add(collection.Table.Write(collection.Open(row)));
        return digest;
    }

    private async Task<RecordDigest> ReadTargetAsync(MovedCollection collection)
    {
        var digest = new RecordDigest();
        await using var connection = await database.Source.OpenConnectionAsync();
        await foreach (var row in collection.Table.ReadAsync(connection)) digest.Add(collection.Table.Write(collection.Open(row)));
        return digest;
    }

    // A file that someone took away is fetched anew, as it was on the old server: that keeps nobody from moving.
    private async Task TellMissingAsync()
    {
        var missing = new List<string>();
        var count = 0;
        foreach (var document in source.HeldDocuments(Batch))
        {
            if (await files.HoldsAsync(document)) continue;
            count++;
            if (missing.Count < MostMissing) missing.Add(document.Key);
        }

        if (count == 0) return;
        await output.WriteLineAsync(string.Create(Brazilian, $"Atenção: {count:N0} faturas do livro não estão no bucket, e serão buscadas de novo quando pedidas:"));
        foreach (var key in missing) await output.WriteLineAsync($"  {key}");
        if (count > missing.Count) await output.WriteLineAsync("  …");
        await output.WriteLineAsync("Se o servidor antigo usava outro bucket, copie o conteúdo dele para este, com os mesmos nomes");
    }
}

internal enum MoveEnd
{
    /// <summary>All is there.</summary>
    Now,

    /// <summary>All was there before.</summary>
    Before,

    /// <summary>What is there is not what was to be taken over.</summary>
    Different,
}
