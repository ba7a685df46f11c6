using BotPhone.Jobs;
using BotPhone.Jobs.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotPhone.Benchmarks;

/// <summary>A history of ended jobs, written by the server's own store.</summary>
internal static class StoredJobs
{
    private const int AtATime = 5_000;
    private static readonly string[] Operators = ["DIGITALNET", "EMBRATEL", "OI", "SAT", "VIVO"];

    /// <param name="data">The server's data folder, before it starts.</param>
    /// <param name="count">How many; 0 leaves the folder as it is.</param>
    public static async Task WriteAsync(string data, int count)
    {
        if (count == 0) return;
        using var store = new LiteJobStore(Path.Combine(data, LiteJobStore.FileName), new JobFeed(), TimeProvider.System, NullLogger<LiteJobStore>.Instance);
        for (var from = 0; from < count; from += AtATime)
            await Task.WhenAll(Enumerable.Range(from, Math.Min(AtATime, count - from)).Select(i => AddAsync(store, i)));
    }

    // A day's worth, one after another, each with what the shortest log has.
    private static async Task AddAsync(LiteJobStore store, int i)
    {
        var at = TimeProvider.System.GetUtcNow() - TimeSpan.FromMilliseconds(80L * (1_000_000 - i));
        var job = new Job { Id = Guid.NewGuid(), Number = await store.NextNumberAsync(), Operator = Operators[i % Operators.Length], CreatedAt = at };
        job = job.Start("0.1.0", at).BeginAttempt().Finishing();
        job = i % 10 == 0
            ? job.Fail(BotPhone.Sdk.ErrorCode.InvoiceNotFound, "Erro de navegação web: a conta não está na lista.", "Erro de navegação web: a conta não está na lista.", at)
            : job.Capture(new StoredDocument($"faturas/oi/{i}.pdf", StoredDocument.Invoice, 40_000, new string('a', 64), null)).Complete(at);
        foreach (var message in (string[])["Iniciando processamento", "RPA executado, finalizando...", "Processamento concluído com sucesso"])
            store.Append(new LogLine(job.Id, job.Operator, at, "INFO", message, null));
        await store.AddAsync(job);
    }
}
