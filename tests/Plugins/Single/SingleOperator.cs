using System.Globalization;
using BotPhone.Sdk;

namespace Single;

/// <summary>An operator whose portal knows one session for each login: notes from when to when it was in.</summary>
[Operator("SINGLE", Route = "single", Settings = typeof(SingleSettings), OneSessionPerLogin = true)]
public sealed class SingleOperator : IOperator
{
    private static readonly Lock Visits = new();

    public async Task<OperatorResult> RunAsync(JobContext job)
    {
        var (login, visits) = (job.Payload<InvoiceRequest>().Login, job.Settings<SingleSettings>().Visits);
        var begin = TimeProvider.System.GetUtcNow();
        await Task.Delay(TimeSpan.FromMilliseconds(150), TimeProvider.System, job.Cancellation);
        lock (Visits) File.AppendAllText(visits, string.Create(CultureInfo.InvariantCulture, $"{login} {begin.UtcTicks} {TimeProvider.System.GetUtcNow().UtcTicks}\n"));
        throw new OperatorException(ErrorCode.InvoiceNotFound);
    }
}

public sealed record SingleSettings
{
    /// <summary>A file to which every visit is appended: the login, and when it began and ended.</summary>
    public required string Visits { get; init; }
}
