using BotPhone.Api;

namespace BotPhone.Jobs;

/// <summary>A request body as an operator declares it: its values, or all its faults.</summary>
internal sealed record PayloadBody(IReadOnlyDictionary<string, string> Values, Guid? ProcessoId, IReadOnlyList<FieldFault> Faults);
