using System.Text.Json.Serialization;

namespace BotPhone.Jobs;

[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class JobsJson : JsonSerializerContext;
