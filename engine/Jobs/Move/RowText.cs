using System.Buffers;
using System.Text.Json;
using NpgsqlTypes;

namespace BotPhone.Jobs.Move;

/// <summary>A row as JSON, the same wherever the row comes from.</summary>
internal static class RowText
{
    public static byte[] Write(object?[] row, IReadOnlyList<NpgsqlDbType> types)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text))
        {
            writer.WriteStartArray();
            for (var i = 0; i < row.Length; i++) Write(writer, row[i], types[i]);
            writer.WriteEndArray();
        }

        return text.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, object? value, NpgsqlDbType type)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string json when type == NpgsqlDbType.Jsonb: WriteSorted(writer, json); break;
            case string text: writer.WriteStringValue(text); break;
            case char letter: writer.WriteStringValue($"{letter}"); break;
            case Guid id: writer.WriteStringValue(id); break;
            case long number: writer.WriteNumberValue(number); break;
            case int number: writer.WriteNumberValue(number); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case DateTime moment: writer.WriteStringValue(moment); break;
            case DateOnly day: writer.WriteNumberValue(day.DayNumber); break;
            case byte[] bytes: writer.WriteBase64StringValue(bytes); break;
            case int[] numbers: writer.WriteStringValue(string.Join(' ', numbers)); break;
            default: throw new ArgumentException($"A row holds {value.GetType()}.", nameof(value));
        }
    }

    // The database gives the fields of a document another order, and its own spaces.
    private static void WriteSorted(Utf8JsonWriter writer, string json)
    {
        using var document = JsonDocument.Parse(json);
        WriteSorted(writer, document.RootElement);
    }

    private static void WriteSorted(Utf8JsonWriter writer, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var field in element.EnumerateObject().OrderBy(field => field.Name, StringComparer.Ordinal))
            {
                writer.WritePropertyName(field.Name);
                WriteSorted(writer, field.Value);
            }

            writer.WriteEndObject();
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in element.EnumerateArray()) WriteSorted(writer, item);
            writer.WriteEndArray();
        }
        else if (element.ValueKind == JsonValueKind.String)
        {
            writer.WriteStringValue(element.GetString());
        }
        else
        {
            writer.WriteRawValue(element.GetRawText());
        }
    }
}
