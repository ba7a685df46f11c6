using System.Text;
using BotPhone.Hosting;

namespace BotPhone.Jobs;

/// <summary>The secret by which requests and logins are known again without being kept.</summary>
internal interface IRequestKey
{
    ReadOnlyMemory<byte> Value { get; }
}

/// <summary>One server's own, in a file.</summary>
internal sealed class RequestKeyFile(DataFolder data) : IRequestKey
{
    public const string Name = "requests.secret";

    public ReadOnlyMemory<byte> Value { get; } = Of(KeptSecret.Read(data.File(Name)));

    public static byte[] Of(string secret) => Encoding.UTF8.GetBytes(secret);
}
