using BotPhone.Sdk;

namespace BotPhone.Jobs;

/// <summary>What may be said of a job, and to whom.</summary>
/// <param name="Secrets">Blanks what nobody may see.</param>
/// <param name="Identifiers">Cuts what only clients with a token may see.</param>
internal sealed record Discretion(Redactor Secrets, Mask Identifiers)
{
    /// <summary>For a job whose request is gone.</summary>
    public static Discretion WithoutRequest { get; } = new(new Redactor([]), new Mask([]));

    public static Discretion Of(PayloadSchema schema, IReadOnlyDictionary<string, string> values) => new(
        new Redactor(Values(schema.Fields.Where(field => field.IsSecret), values)),
        new Mask(Values(schema.Fields.Where(field => field.IsIdentifying), values)));

    /// <summary>A line for a job's log.</summary>
    public LogLine Line(Guid jobId, string @operator, LogLevel level, string message, DateTimeOffset now)
    {
        var masked = Identifiers.Apply(message);
        return new LogLine(jobId, @operator, now, LogLine.LevelName(level), message, masked == message ? null : masked);
    }

    private static IEnumerable<string> Values(IEnumerable<PayloadField> fields, IReadOnlyDictionary<string, string> values) =>
        fields.Select(field => values.GetValueOrDefault(field.Name, ""));
}
