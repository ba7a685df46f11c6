using System.Text.Json;
using BotPhone.Api;
using BotPhone.Sdk;
using Microsoft.Extensions.Options;

namespace BotPhone.Jobs;

/// <summary>Reads request bodies against the schemas that operators declare.</summary>
internal sealed class PayloadReader(IOptions<ValidationOptions> options)
{
    public const string ProcessoField = "processo_id";

    public async Task<PayloadBody> ReadAsync(Stream body, PayloadSchema schema, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        await body.CopyToAsync(buffer, cancellation);
        return Read(buffer.ToArray(), schema);
    }

    public PayloadBody Read(ReadOnlyMemory<byte> body, PayloadSchema schema)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Read(json.RootElement, schema) : Invalid(FieldFault.NotObject());
        }
        catch (JsonException exception)
        {
            return Invalid(FieldFault.NotJson(Offset(body.Span, exception)));
        }
    }

    private PayloadBody Read(JsonElement root, PayloadSchema schema)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var faults = new List<FieldFault>();
        foreach (var field in schema.Fields)
        {
            var (text, fault) = Text(root, field.Name, field.IsRequired);
            fault ??= text is null || Fits(field, text) ? null : WrongKind(field);
            if (fault is not null) faults.Add(fault);
            else if (text is not null) values.Add(field.Name, text);
        }

        return new PayloadBody(values, ReadProcesso(root, faults), faults);
    }

    private static (string? Text, FieldFault? Fault) Text(JsonElement root, string name, bool required)
    {
        if (!root.TryGetProperty(name, out var value)) return (null, required ? FieldFault.Missing(name) : null);
        if (value.ValueKind == JsonValueKind.Null) return (null, required ? FieldFault.Null(name) : null);
        if (value.ValueKind != JsonValueKind.String || GetString(value) is not { } text) return (null, FieldFault.NotText(name));
        return text.Length == 0 ? (null, FieldFault.Empty(name)) : (text, null);
    }

    private static Guid? ReadProcesso(JsonElement root, List<FieldFault> faults)
    {
        if (!root.TryGetProperty(ProcessoField, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.String && Guid.TryParseExact(GetString(value), "D", out var id)) return id;
        faults.Add(FieldFault.Uuid(ProcessoField));
        return null;
    }

    // Half of a surrogate pair is valid JSON, but no text.
    private static string? GetString(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private bool Fits(PayloadField field, string text) =>
        field.TryRead(text, out var value) && (value is not Cnpj cnpj || cnpj.HasValidCheckDigits || !options.Value.CnpjCheckDigits);

    private static FieldFault WrongKind(PayloadField field) => field.Kind switch
    {
        FieldKind.Cnpj => FieldFault.Cnpj(field.Name),
        FieldKind.Date => FieldFault.Date(field.Name),
        FieldKind.StorageKey => FieldFault.Path(field.Name),
        _ => FieldFault.NotText(field.Name),
    };

    private static PayloadBody Invalid(FieldFault fault) => new(new Dictionary<string, string>(), null, [fault]);

    private static long Offset(ReadOnlySpan<byte> body, JsonException exception)
    {
        var lineStart = 0;
        for (var line = exception.LineNumber ?? 0; line > 0; line--) lineStart += body[lineStart..].IndexOf((byte)'\n') + 1;
        return lineStart + (exception.BytePositionInLine ?? 0);
    }
}
