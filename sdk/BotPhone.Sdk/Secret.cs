using System.Text.Json;
using System.Text.Json.Serialization;

namespace BotPhone.Sdk;

/// <summary>
/// A setting that nobody may see, such as a password of the operator's own: a property of this type in the settings. The server blanks its
/// value wherever it appears; its text is never the value.
/// </summary>
[JsonConverter(typeof(SecretConverter))]
public sealed class Secret
{
    private readonly string _value;

    /// <summary>Keeps a value.</summary>
    /// <param name="value">The value in clear.</param>
    public Secret(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>The value in clear, to be typed into the portal and nowhere else.</summary>
    public string Reveal() => _value;

    /// <summary>Three dots.</summary>
    public override string ToString() => "•••";

    private sealed class SecretConverter : JsonConverter<Secret>
    {
        public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString() ?? throw new JsonException("A secret is a text."));

        public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
