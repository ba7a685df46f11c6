using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotPhone.Sdk;

// Lets operator.json name a code by its stable name.
internal sealed class ErrorCodeConverter : JsonConverter<ErrorCode>
{
    public override ErrorCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var name = reader.GetString() ?? "";
        return ErrorCode.Find(name) ?? throw new JsonException($"'{name}' is not an error code.");
    }

    public override void Write(Utf8JsonWriter writer, ErrorCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}
