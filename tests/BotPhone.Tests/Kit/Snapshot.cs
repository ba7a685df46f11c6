using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Snapshooter;

namespace BotPhone.Tests.Kit;

/// <summary>Compares with what is kept beside the test, under <c>__snapshots__</c>; ids and times, which differ each time, are named instead.</summary>
internal static partial class Snapshot
{
    public static void Match(JsonNode body, string? name = null) => Match(body.ToJsonString(new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), name);

    public static void Match(string text, string? name = null)
    {
        var stable = Times().Replace(Ids().Replace(text, "<uuid>"), "<time>");
        if (name is null) Snapshooter.Xunit.Snapshot.Match(stable);
        else Snapshooter.Xunit.Snapshot.Match(stable, SnapshotNameExtension.Create(name));
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Ids();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")]
    private static partial Regex Times();
}
