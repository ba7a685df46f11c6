using System.Text.Json.Serialization;

namespace BotPhone.Api;

/// <summary>The shape of every error.</summary>
internal sealed record ErrorBody(string Detail, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TraceId = null);

/// <summary>The shape of a 422: all faults of the body at once.</summary>
internal sealed record FaultsBody(IReadOnlyList<FieldFault> Detail);
