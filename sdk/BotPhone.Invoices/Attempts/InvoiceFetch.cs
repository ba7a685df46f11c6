namespace BotPhone.Invoices;

/// <summary>Downloads and proves, again where a second download may mend it.</summary>
internal static class InvoiceFetch
{
    public static Task<ProvenInvoice> RunAsync(
        Func<Task<ProvenInvoice>> fetch, Tries tries, Action<string> warn, TimeProvider time, CancellationToken cancellation) => Retry.RunAsync(
        fetch,
        tries.BeforeNextDownload,
        (failure, pause) => warn($"O download falhou: {failure.Message}. Nova tentativa em {pause.TotalSeconds:0.#} s"),
        time,
        cancellation);
}
