using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BotPhone.Jobs;

/// <summary>
/// Tells whether two requests ask for the same. Keyed with a secret of the servers, since a request holds a password.
/// </summary>
internal sealed class RequestFingerprint(IRequestKey key)
{
    /// <summary>Who signs in, so that jobs of one login are known without it. Where no field says, the operator has one login for all of its jobs.</summary>
    public string OfLogin(IOperatorVersion @operator, IReadOnlyDictionary<string, string> values)
    {
        var login = @operator.Payload.Fields.FirstOrDefault(field => field.IsLogin) is { } field ? values.GetValueOrDefault(field.Name) : "";
        return Convert.ToHexStringLower(HMACSHA256.HashData(key.Value.Span, Encoding.UTF8.GetBytes($"{@operator.Code} {login}")));
    }

    public byte[] Of(string @operator, IReadOnlyDictionary<string, string> values, Guid? processoId)
    {
        var request = new Dictionary<string, string>(values) { [""] = $"{@operator} {processoId}" };
        return HMACSHA256.HashData(key.Value.Span, JsonSerializer.SerializeToUtf8Bytes(request, JobsJson.Default.IReadOnlyDictionaryStringString));
    }
}
