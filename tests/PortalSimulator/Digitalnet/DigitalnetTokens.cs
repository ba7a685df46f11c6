using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BotPhone.PortalSimulator.Sessions;

namespace BotPhone.PortalSimulator.Digitalnet;

/// <summary>What a token says: of which session it is, what may be done with it, and until when.</summary>
internal sealed record DigitalnetClaims(string Sid, string Sub, string Name, string[] Roles, bool Terms, long Iat, long Exp);

/// <summary>Signed tokens (JWT, HS256) that live a short while; the page keeps them and reads them.</summary>
internal sealed class DigitalnetTokens(TimeSpan lifetime)
{
    private static readonly string Header = Encode("""{"alg":"HS256","typ":"JWT"}"""u8);
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <param name="session">Whose token it is.</param>
    /// <param name="roles">What the user may do.</param>
    /// <param name="terms">Whether the terms of use were accepted.</param>
    /// <param name="now">When it begins.</param>
    public string Issue(PortalSession session, string[] roles, bool terms, DateTimeOffset now)
    {
        var claims = new DigitalnetClaims(
            session.Id, session.Login.User, session.Login.Name, roles, terms, now.ToUnixTimeMilliseconds(), (now + lifetime).ToUnixTimeMilliseconds());
        var content = $"{Header}.{Encode(JsonSerializer.SerializeToUtf8Bytes(claims, JsonSerializerOptions.Web))}";
        return $"{content}.{Signature(content)}";
    }

    /// <summary>Null when it was not issued here.</summary>
    public DigitalnetClaims? Read(string token)
    {
        var end = token.LastIndexOf('.');
        if (end < 0 || token[(end + 1)..] != Signature(token[..end])) return null;
        return JsonSerializer.Deserialize<DigitalnetClaims>(Base64Url.DecodeFromChars(token.AsSpan(0, end)[(token.IndexOf('.') + 1)..]), JsonSerializerOptions.Web);
    }

    private string Signature(string content) => Encode(HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(content)));

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
