using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BotPhone.Hosting;

namespace BotPhone.Jobs;

/// <summary>
/// Tells whether two requests ask for the same. Keyed with a secret of this server, since a request holds a password.
/// </summary>
internal sealed class RequestFingerprint(DataFolder data, IConfiguration configuration)
{
    private const int KeyBytes = 32;
    private readonly byte[] _key = KeyOf(data, configuration);

    /// <summary>Who signs in, so that jobs of one login are known without it. Where no field says, the operator has one login for all of its jobs.</summary>
    public string OfLogin(IOperatorVersion @operator, IReadOnlyDictionary<string, string> values)
    {
        var login = @operator.Payload.Fields.FirstOrDefault(field => field.IsLogin) is { } field ? values.GetValueOrDefault(field.Name) : "";
        return Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{@operator.Code} {login}")));
    }

    // What nodes must all find the same is made of what they have in common.
    private static byte[] KeyOf(DataFolder data, IConfiguration configuration) => ClusterOptions.Of(configuration).IsPostgres && configuration["Auth:Secret"] is { } common
        ? HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(common), KeyBytes, info: "botphone requests"u8.ToArray())
        : Encoding.UTF8.GetBytes(KeptSecret.Read(data.File("requests.secret")));

    public byte[] Of(string @operator, IReadOnlyDictionary<string, string> values, Guid? processoId)
    {
        var request = new Dictionary<string, string>(values) { [""] = $"{@operator} {processoId}" };
        return HMACSHA256.HashData(_key, JsonSerializer.SerializeToUtf8Bytes(request, JobsJson.Default.IReadOnlyDictionaryStringString));
    }
}
