using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using BotPhone.Sdk;
using Microsoft.Extensions.Logging;

namespace Swap;

/// <summary>Does what many operators do, all of which the platform remembers: serialises and validates types of its own, and calls over HTTP.</summary>
[Operator("SWAP", Route = "swap", Settings = typeof(SwapSettings), Restartable = true)]
[SuppressMessage("Performance", "CA1848", Justification = "A test operator.")]
[SuppressMessage("Performance", "CA1873", Justification = "A test operator.")]
public sealed class SwapOperator : IOperator
{
    private static readonly DateOnly DueDate = new(2026, 1, 10);

    public async Task<OperatorResult> RunAsync(JobContext job)
    {
        var (request, settings, started) = (job.Payload<InvoiceRequest>(), job.Settings<SwapSettings>(), VersionOf<SwapOperator>());
        if (settings.Word == "quebrada") throw new InvalidOperationException("This version does not work.");

        var order = JsonSerializer.Deserialize<SwapOrder>(JsonSerializer.Serialize(new SwapOrder { Account = request.Filter }))!;
        Validator.ValidateObject(order, new ValidationContext(order), validateAllProperties: true);
        if (settings.Address is { } address)
        {
            using var http = new HttpClient { BaseAddress = address };
            await http.GetStringAsync(new Uri("/health", UriKind.Relative), job.Cancellation);
        }

        var invoice = await job.FetchInvoiceAsync(new ExpectedInvoice(request.Cnpj, order.Account, DueDate), () => DrawAsync(request.Cnpj));
        job.Log.LogInformation("Começou na {Started}, terminou na {Ended}, com {Word}", started, VersionOf<SwapOrder>(), settings.Word);
        return new OperatorResult(invoice);
    }

    private static string VersionOf<T>() => typeof(T).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private static async Task<DownloadedFile> DrawAsync(Cnpj cnpj)
    {
        // One file for all runs: thousands of them would fill the folder.
        var path = Path.Combine(Path.GetTempPath(), $"botphone-swap-{cnpj.Value}.pdf");
        if (File.Exists(path)) return new DownloadedFile(path, "fatura.pdf");
        var whole = $"{path}.{Guid.NewGuid():N}";
        await File.WriteAllBytesAsync(whole, Probe.MiniPdf.Draw($"CNPJ {cnpj} Vencimento {DueDate:dd/MM/yyyy}"));
        File.Move(whole, path, overwrite: true);
        return new DownloadedFile(path, "fatura.pdf");
    }
}
