using System.Globalization;
using BotPhone.Api;

namespace BotPhone.Jobs;

/// <summary>Reads the parameters of <c>GET /jobs</c>.</summary>
internal static class JobListQuery
{
    public static readonly string[] StatusNames = [.. Enum.GetValues<JobStatus>().Select(JobStatusBody.NameOf)];

    public static (JobQuery Query, IReadOnlyList<FieldFault> Faults) Read(string? status, string? operadora, string? limit, string? cursor)
    {
        var faults = new List<FieldFault>();
        return (new JobQuery(ReadStatus(status, faults), operadora, ReadLimit(limit, faults), ReadCursor(cursor, faults)), faults);
    }

    private static JobStatus? ReadStatus(string? text, List<FieldFault> faults)
    {
        if (text is null) return null;
        if (Array.IndexOf(StatusNames, text) is >= 0 and var index) return Enum.GetValues<JobStatus>()[index];
        faults.Add(FieldFault.NotOneOf("status", StatusNames));
        return null;
    }

    private static int? ReadLimit(string? text, List<FieldFault> faults)
    {
        var limit = PageLimit.Read(text, out var fault);
        if (fault is not null) faults.Add(fault);
        return limit;
    }

    private static long? ReadCursor(string? text, List<FieldFault> faults)
    {
        if (text is null) return null;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var before)) faults.Add(FieldFault.NotCursor("cursor"));
        return before;
    }
}
