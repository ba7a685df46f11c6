namespace BotPhone.Jobs;

/// <summary>What became of a file that a job brought back.</summary>
/// <param name="Turn">Nobody else looks for the same invoice until it is disposed: once the job has ended.</param>
internal sealed record FiledInvoice(StoredDocument Document, IAsyncDisposable? Turn = null) : IAsyncDisposable
{
    /// <summary>The entry whose document is the job's, too; null when the job's own file was stored.</summary>
    public LedgerEntry? Held { get; init; }

    /// <summary>The newest entry that says something else of the same invoice.</summary>
    public LedgerEntry? Contradicted { get; init; }

    /// <summary>What the job's log says of it, in Portuguese; null when there is nothing to say.</summary>
    public string? Remark => (Held, Contradicted) switch
    {
        ({ } held, _) => $"A fatura já estava guardada {Since(held)}: o mesmo arquivo vale",
        (_, { } other) => $"A fatura guardada {Since(other)} traz outro valor ou outra linha digitável: esta foi guardada à parte, e aquela continua",
        _ => null,
    };

    public ValueTask DisposeAsync() => Turn?.DisposeAsync() ?? default;

    private static string Since(LedgerEntry entry) => $"desde {BrazilianTime.DayOf(entry.StoredAt):dd/MM/yyyy} (job {entry.JobId})";
}
