using System.Globalization;
using BotPhone.Jobs;

namespace BotPhone.Statistics;

internal sealed record StatisticsBody(
    string Desde, string Ate, IReadOnlyList<JobDayBody> Dias, IReadOnlyList<OperatorStatisticsBody> Operadoras, IReadOnlyList<QueuePointBody> Fila)
{
    /// <param name="failures">Of all operators, the newest first.</param>
    public static StatisticsBody Of(DateOnly from, DateOnly to, IReadOnlyList<JobDay> days, IReadOnlyList<FailedJob> failures, IEnumerable<QueuePoint> queue) => new(
        Date(from), Date(to),
        [.. days.Select(JobDayBody.Of)],
        [
            .. days.GroupBy(day => day.Operator, StringComparer.Ordinal).OrderBy(days => days.Key, StringComparer.Ordinal).Select(days => OperatorStatisticsBody.Of(
                days.Key, [.. days], failures.Where(failure => failure.Operator == days.Key && BrazilianTime.DayOf(failure.At) >= from))),
        ],
        [.. queue.Select(point => new QueuePointBody(point.At, point.Pending, point.Active))]);

    public static string Date(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}

internal sealed record JobDayBody(string Dia, string Operadora, int Concluidos, IReadOnlyDictionary<string, int> Falhas)
{
    public static JobDayBody Of(JobDay day) => new(StatisticsBody.Date(day.Day), day.Operator, day.Completed, day.Failures);
}

internal sealed record OperatorStatisticsBody(
    string Operadora, int Concluidos, BlamedFailuresBody Falhas, double? MedianaSegundos, double? P90Segundos, IReadOnlyList<LastFailureBody> UltimasFalhas)
{
    public static OperatorStatisticsBody Of(string code, IReadOnlyList<JobDay> days, IEnumerable<FailedJob> failures)
    {
        var durations = days.SelectMany(day => day.Durations).GroupBy(one => one.Key).ToDictionary(bucket => bucket.Key, bucket => bucket.Sum(one => one.Value));
        return new OperatorStatisticsBody(
            code, days.Sum(day => day.Completed), BlamedFailuresBody.Of(days.SelectMany(day => day.Failures)),
            DurationBuckets.Quantile(durations, 0.5), DurationBuckets.Quantile(durations, 0.9), [.. failures.Select(LastFailureBody.Of)]);
    }
}

/// <summary>The failures by who can do something about them.</summary>
internal sealed record BlamedFailuresBody(int Cliente, int Portal, int Plugin, int Servidor)
{
    public static BlamedFailuresBody Of(IEnumerable<KeyValuePair<string, int>> failures)
    {
        var blamed = failures.ToLookup(one => Blames.Of(one.Key), one => one.Value);
        return new BlamedFailuresBody(blamed[Blame.Client].Sum(), blamed[Blame.Portal].Sum(), blamed[Blame.Plugin].Sum(), blamed[Blame.Server].Sum());
    }
}

internal sealed record LastFailureBody(Guid JobId, string ErrorCode, string Error, DateTimeOffset Em)
{
    public static LastFailureBody Of(FailedJob failure) => new(failure.JobId, failure.ErrorCode, failure.Error, failure.At);
}

internal sealed record QueuePointBody(DateTimeOffset Em, int Pendentes, int Ativos);
