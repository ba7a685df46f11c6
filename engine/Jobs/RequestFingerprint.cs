using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BotPhone.Hosting;

namespace BotPhone.Jobs;

/// <summary>
/// Tells whether two requests ask for the same. Keyed with a secret of this server, since a request holds a password.
/// </summary>
internal sealed class RequestFingerprint(DataFolder data)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(KeptSecret.Read(data.File("requests.secret")));

    public byte[] Of(string @operator, IReadOnlyDictionary<string, string> values, Guid? processoId)
    {
        var request = new Dictionary<string, string>(values) { [""] = $"{@operator} {processoId}" };
        return HMACSHA256.HashData(_key, JsonSerializer.SerializeToUtf8Bytes(request, JobsJson.Default.IReadOnlyDictionaryStringString));
    }
}
