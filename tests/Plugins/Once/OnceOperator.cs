using BotPhone.Sdk;
using Probe;

namespace Once;

/// <summary>An operator whose effect must not happen twice: notes each run, and takes a little time over it.</summary>
[Operator("ONCE", Route = "once", Settings = typeof(OnceSettings), Restartable = false)]
public sealed class OnceOperator : IOperator
{
    private static readonly DateOnly DueDate = new(2026, 1, 10);
    private static readonly Lock Effects = new();

    public async Task<OperatorResult> RunAsync(JobContext job)
    {
        var request = job.Payload<InvoiceRequest>();
        var effects = job.Settings<OnceSettings>().Effects;
        lock (Effects) File.AppendAllText(effects, request.Filter + "\n");
        await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, job.Cancellation);
        return new OperatorResult(await job.FetchInvoiceAsync(new ExpectedInvoice(request.Cnpj, request.Filter, DueDate), async () =>
        {
            var path = $"{effects}.{Guid.NewGuid():N}.pdf";
            await File.WriteAllBytesAsync(path, MiniPdf.Draw($"CNPJ {request.Cnpj} Vencimento {DueDate:dd/MM/yyyy}"));
            return new DownloadedFile(path, "fatura.pdf");
        }));
    }
}

public sealed record OnceSettings
{
    /// <summary>A file to which every run appends its filter.</summary>
    public required string Effects { get; init; }
}
