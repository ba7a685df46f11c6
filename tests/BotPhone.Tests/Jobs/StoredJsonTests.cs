using System.Text.Json.Nodes;
using BotPhone.Jobs;
using BotPhone.Jobs.Postgres;

namespace BotPhone.Tests.Jobs;

public class StoredJsonTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>Two versions work on one database: what the newer one has added must not be lost when the older one writes the job.</summary>
    [Fact]
    public void Write_AJobOfANewerVersion_KeepsWhatItHasAdded()
    {
        var stored = JsonNode.Parse(StoredJson.Write(new Job { Id = Guid.NewGuid(), Number = 7, Operator = "OI", CreatedAt = Now }, StoredJson.Default.Job))!;
        stored["new_field"] = JsonNode.Parse("""{"some":["thing",1]}""");
        var job = StoredJson.Read(stored.ToJsonString(), StoredJson.Default.Job).Start("1", Now).BeginAttempt().GiveBack();
        var written = JsonNode.Parse(StoredJson.Write(job, StoredJson.Default.Job))!;
        Assert.Equal(stored["new_field"]!.ToJsonString(), written["new_field"]!.ToJsonString());
        Assert.Equal(("OI", 1), ((string)written["operator"]!, (int)written["attempt"]!));
    }

    [Fact]
    public void Write_AJobOfThisVersion_HasNothingElse() =>
        Assert.Null(StoredJson.Read(StoredJson.Write(new Job { Id = Guid.NewGuid(), Number = 7, Operator = "OI", CreatedAt = Now }, StoredJson.Default.Job), StoredJson.Default.Job).Unknown);
}
