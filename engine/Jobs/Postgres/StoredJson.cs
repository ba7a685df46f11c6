using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BotPhone.Sdk;

namespace BotPhone.Jobs.Postgres;

/// <summary>What PostgreSQL keeps as documents. A field that is missing has its default: it was written by an earlier version.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(CnpjText)])]
[JsonSerializable(typeof(Job))]
[JsonSerializable(typeof(LogLine))]
[JsonSerializable(typeof(ProcessoUpdate))]
[JsonSerializable(typeof(FrozenLogin))]
[JsonSerializable(typeof(LedgerEntry))]
[JsonSerializable(typeof(FailedAccount))]
[JsonSerializable(typeof(FailedJob))]
[JsonSerializable(typeof(OperatorChanged))]
[JsonSerializable(typeof(IReadOnlyList<NodeOperator>))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    public static string Write<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);

    public static T Read<T>(string json, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(json, type)!;

    private sealed class CnpjText : JsonConverter<Cnpj>
    {
        public override Cnpj Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => BotPhone.Sdk.Cnpj.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Cnpj value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
