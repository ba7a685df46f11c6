using System.Collections.Immutable;
using System.Globalization;
using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>A day of an operator as LiteDB keeps it.</summary>
internal static class JobDayDocument
{
    public static BsonDocument Write(JobDay day) => new()
    {
        ["_id"] = IdOf(day.Day, day.Operator),
        ["day"] = day.Day.DayNumber,
        ["operator"] = day.Operator,
        ["completed"] = day.Completed,
        ["failures"] = new BsonDocument(day.Failures.ToDictionary(one => one.Key, one => new BsonValue(one.Value))),
        ["durations"] = new BsonDocument(day.Durations.ToDictionary(one => one.Key.ToString(CultureInfo.InvariantCulture), one => new BsonValue(one.Value))),
    };

    public static JobDay Read(BsonDocument document) => new(DateOnly.FromDayNumber(document["day"].AsInt32), document["operator"].AsString)
    {
        Completed = document["completed"].AsInt32,
        Failures = document["failures"].AsDocument.ToImmutableSortedDictionary(one => one.Key, one => one.Value.AsInt32, StringComparer.Ordinal),
        Durations = document["durations"].AsDocument.ToImmutableSortedDictionary(one => int.Parse(one.Key, CultureInfo.InvariantCulture), one => one.Value.AsInt32),
    };

    /// <summary>Days in their order; of a day any number of operators.</summary>
    public static string IdOf(DateOnly day, string @operator) => $"{IdOf(day)}{Fingerprint.Of(@operator)}";

    /// <summary>Before all ids of the day, after all of the day before.</summary>
    public static string IdOf(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
