using System.Globalization;
using BotPhone.Jobs;
using Microsoft.Extensions.Options;

namespace BotPhone.Processos;

/// <summary>Sends one update once, writes what came of it, and only then tells it, so that a job's log says it once.</summary>
internal sealed class UpdateSender(
    ProcessoClient client, IProcessoOutbox outbox, IJobStore store, IOptions<ProcessoOptions> options, TimeProvider time, ILogger<UpdateSender> log)
{
    // What was in hand of a node that is gone, or that stopped, is tried again then: twice the time that all endpoints may take.
    private static readonly TimeSpan InHand = TimeSpan.FromSeconds(30);
    private readonly ProcessoOptions _options = options.Value;

    public async Task SendAsync(ProcessoUpdate update, CancellationToken cancellation)
    {
        if (!await outbox.TryTakeAsync(update, time.GetUtcNow() + InHand)) return;
        var delivery = await client.SendAsync(update, cancellation);
        if (delivery.Succeeded)
        {
            await outbox.CloseAsync(update);
            await TellAsync(update, LogLevel.Information, $"Processo {update.ProcessoId} atualizado: {update.Status}", inJob: true);
        }
        else
        {
            await FailAsync(update, $"O processo {update.ProcessoId} não foi atualizado: {delivery}");
        }
    }

    private async Task FailAsync(ProcessoUpdate update, string failure)
    {
        var now = time.GetUtcNow();
        if (UpdatePolicy.PauseAfter(update, now, _options) is { } pause)
        {
            await outbox.PostponeAsync(update with { Attempts = update.Attempts + 1, DueAt = now + pause });
            await TellAsync(
                update, LogLevel.Warning, string.Create(CultureInfo.InvariantCulture, $"{failure}. Nova tentativa em {pause.TotalSeconds:0.#} s"),
                inJob: update.Attempts == 0);
        }
        else
        {
            await outbox.CloseAsync(update);
            await TellAsync(update, LogLevel.Warning, $"{failure}. O prazo de {_options.GiveUpAfter:c} acabou: não haverá nova tentativa", inJob: true);
        }
    }

    private async Task TellAsync(ProcessoUpdate update, LogLevel level, string message, bool inJob)
    {
        JobsLog.Line(log, level, update.Operator, update.JobId, message);
        if (inJob && await store.FindAsync(update.JobId) is not null)
            store.Append(Discretion.WithoutRequest.Line(update.JobId, update.Operator, level, message, time.GetUtcNow()));
    }
}
