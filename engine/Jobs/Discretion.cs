using BotPhone.Invoices;
using BotPhone.Sdk;

namespace BotPhone.Jobs;

/// <summary>What may be said of a job, and to whom.</summary>
/// <param name="Secrets">Blanks what nobody may see.</param>
/// <param name="Identifiers">Cuts what only clients with a token may see.</param>
internal sealed record Discretion(Redactor Secrets, Mask Identifiers)
{
    /// <summary>For a job whose request is gone.</summary>
    public static Discretion WithoutRequest { get; } = new(new Redactor([]), new Mask([]));

    /// <summary>What is blanked in evidence: whoever sees it needs no login either.</summary>
    public Redactor Evidence { get; init; } = Secrets;

    public static Discretion Of(IOperatorVersion @operator, IReadOnlyDictionary<string, string> values)
    {
        var fields = @operator.Payload.Fields;
        string[] secrets = [.. Values(fields.Where(field => field.IsSecret), values), .. @operator.Secrets];
        return new(new Redactor(secrets), new Mask(Values(fields.Where(field => field.IsIdentifying), values)))
        {
            Evidence = new Redactor([.. secrets, .. Values(fields.Where(field => field.IsLogin), values)]),
        };
    }

    /// <summary>A line for a job's log.</summary>
    public LogLine Line(Guid jobId, string @operator, LogLevel level, string message, DateTimeOffset now)
    {
        var masked = Identifiers.Apply(message);
        return new LogLine(jobId, @operator, now, LogLine.LevelName(level), message, masked == message ? null : masked);
    }

    private static IEnumerable<string> Values(IEnumerable<PayloadField> fields, IReadOnlyDictionary<string, string> values) =>
        fields.Select(field => values.GetValueOrDefault(field.Name, ""));
}
