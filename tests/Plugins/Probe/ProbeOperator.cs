using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using BotPhone.Sdk;
using Microsoft.Extensions.Logging;

namespace Probe;

/// <summary>An operator without a portal: does what the filter says.</summary>
[Operator("PROBE", Route = "probe", Payload = typeof(ProbeRequest), Settings = typeof(ProbeSettings))]
[SuppressMessage("Performance", "CA1848", Justification = "A test operator.")]
[SuppressMessage("Performance", "CA1873", Justification = "A test operator.")]
public sealed class ProbeOperator : IOperator
{
    private static readonly DateOnly DueDate = new(2026, 1, 10);
    private static readonly Lock Effects = new();

    public async Task<OperatorResult> RunAsync(JobContext job)
    {
        var request = job.Payload<ProbeRequest>();
        var settings = job.Settings<ProbeSettings>();
        Note(settings, request.Filter);

        job.Step("Metade do caminho", 50);
        switch (request.Filter.Split(':')[0])
        {
            case "throws":
                throw new InvalidOperationException($"secret detail: {request.Password}");
            case "fails":
                throw new OperatorException(ErrorCode.Find(request.Filter.Split(':')[1])!);
            case "fails-once" when job.Attempt == 1:
                throw new OperatorException(ErrorCode.Maintenance);
            case "hangs":
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, job.Cancellation);
                break;
            case "hangs-hard":
                // Ignores its token, and blocks its thread as well.
                new ManualResetEventSlim().Wait(TimeSpan.FromMinutes(2), CancellationToken.None);
                break;
            case "waits":
                await GateAsync(settings, job.Cancellation);
                break;
            case "forges":
                return new OperatorResult(new VerifiedInvoice(Expected(request), "/etc/hostname", 1, "00"));
            case "nothing":
                return null!;
            case "chatters":
                Chatter(job, request.Filter.Split(':'));
                break;
            case "chatters-and-waits":
                Chatter(job, request.Filter.Split(':'));
                await GateAsync(settings, job.Cancellation);
                break;
            case "fails-telling":
                throw new OperatorException(ErrorCode.InvoiceNotFound, $"A conta {request.Filter} não está na lista");
            case "tells":
                job.Log.LogInformation(
                    "Cliente {Login}, CNPJ {Cnpj} ou 11222333000181, conta {Account}, CPF 529.982.247-25, linha (11) 98765-4321, arquivo faturas/a/b_9.pdf, vence em 10/01/2026, senha {Password}",
                    request.Login, request.Cnpj, request.Filter, request.Password);
                break;
            case "signs-in":
                await job.SignInAsync(() => SendAsync(request, settings), () => ConfirmAsync(request), () => Task.CompletedTask);
                break;
            case "talks":
                job.Log.LogInformation("A senha é {Password},\nou {Encoded}", request.Password, Uri.EscapeDataString(request.Password));
                break;
        }

        return new OperatorResult(await job.FetchInvoiceAsync(Expected(request), () => DrawAsync(request, settings)));
    }

    private static void Note(ProbeSettings settings, string filter)
    {
        if (settings.Effects.Length == 0) return;
        lock (Effects) File.AppendAllText(settings.Effects, filter + "\n");
    }

    private static ExpectedInvoice Expected(ProbeRequest request) => new(request.Cnpj, request.Filter, request.DueDate ?? DueDate);

    private static Task SendAsync(ProbeRequest request, ProbeSettings settings)
    {
        Note(settings, $"sent:{request.Login}");
        return Task.CompletedTask;
    }

    // Takes its time, so that others that sign in at the same time would be ahead of what this one learns.
    private static async Task ConfirmAsync(ProbeRequest request)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        if (request.Password.EndsWith("errada", StringComparison.Ordinal)) throw new OperatorException(ErrorCode.InvalidCredentials);
    }

    // chatters:{lines}:{length of each}
    private static void Chatter(JobContext job, string[] words)
    {
        for (var i = 1; i <= int.Parse(words[1], CultureInfo.InvariantCulture); i++)
            job.Log.LogInformation("Linha {Number}{Filling}", i, new string('.', int.Parse(words[2], CultureInfo.InvariantCulture)));
    }

    // Until a file beside the effects opens the gate.
    private static async Task GateAsync(ProbeSettings settings, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(settings.Patience);
        while (!File.Exists(settings.Effects + ".open")) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
    }

    private static async Task<DownloadedFile> DrawAsync(ProbeRequest request, ProbeSettings settings)
    {
        var path = $"{settings.Effects}.{Guid.NewGuid():N}.pdf";
        await File.WriteAllBytesAsync(path, MiniPdf.Draw($"CNPJ {request.Cnpj} Vencimento {request.DueDate ?? DueDate:dd/MM/yyyy}{(request.Nickname is { } words ? $" {words}" : "")}"));
        return new DownloadedFile(path, "fatura.pdf");
    }
}
