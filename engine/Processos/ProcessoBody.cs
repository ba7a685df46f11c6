using BotPhone.Jobs;

namespace BotPhone.Processos;

/// <summary>What the API of processos is sent.</summary>
internal sealed record ProcessoBody(string Status, Guid JobId, string? Result, string? Error)
{
    public static ProcessoBody Of(ProcessoUpdate update) => new(update.Status, update.JobId, update.Result, update.Error);
}
