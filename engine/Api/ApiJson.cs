using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using BotPhone.Auth;
using BotPhone.Jobs;
using BotPhone.Ledger;
using BotPhone.Nodes;
using BotPhone.Notifications;
using BotPhone.Operators;
using BotPhone.Processos;
using BotPhone.Statistics;

namespace BotPhone.Api;

/// <summary>Everything that is sent, generated at build time: snake_case, accents as they are, times in UTC with milliseconds.</summary>
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(FaultsBody))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(HealthBody))]
[JsonSerializable(typeof(LiveBody))]
[JsonSerializable(typeof(JobCreatedBody))]
[JsonSerializable(typeof(JobStatusBody))]
[JsonSerializable(typeof(JobListBody))]
[JsonSerializable(typeof(LedgerBody))]
[JsonSerializable(typeof(GapsBody))]
[JsonSerializable(typeof(FailuresBody))]
[JsonSerializable(typeof(StatisticsBody))]
[JsonSerializable(typeof(Notification))]
[JsonSerializable(typeof(OperatorsBody))]
[JsonSerializable(typeof(DeployHistoryBody))]
[JsonSerializable(typeof(NodesBody))]
[JsonSerializable(typeof(TokenBody))]
[JsonSerializable(typeof(ProcessoBody))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    public static ApiJson Wire { get; } = new(Configure(new JsonSerializerOptions()));

    public static JsonSerializerOptions Configure(JsonSerializerOptions json)
    {
        json.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        json.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        json.Converters.Add(new UtcTimeConverter());
        json.NumberHandling = JsonNumberHandling.Strict;
        json.TypeInfoResolver = Default;
        return json;
    }
}

/// <summary>ISO 8601, UTC, with <c>Z</c> and milliseconds.</summary>
internal sealed class UtcTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture));
}
