using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BotPhone.Invoices;

/// <summary>What a browser asks of a SOCKS5 server (RFC 1928): a connection to a host. Nothing else is understood.</summary>
internal sealed record SocksRequest(string Host, int Port)
{
    public const byte Succeeded = 0;
    public const byte GeneralFailure = 1;
    public const byte NotAllowed = 2;
    public const byte HostUnreachable = 4;
    public const byte ConnectionRefused = 5;

    private const byte Version = 5;
    private const byte Connect = 1;
    private const byte IPv4 = 1;
    private const byte Name = 3;
    private const byte IPv6 = 4;

    /// <summary>Reads a request.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    /// <exception cref="IOException">The browser has gone.</exception>
    public static async Task<SocksRequest> ReadAsync(NetworkStream browser, CancellationToken cancellation)
    {
        var greeting = await TakeAsync(2);
        if (greeting[0] != Version) throw new InvalidDataException("It speaks another protocol.");
        await TakeAsync(greeting[1]);
        byte[] withoutPassword = [Version, 0];
        await browser.WriteAsync(withoutPassword, cancellation);

        var head = await TakeAsync(4);
        if (head[0] != Version || head[1] != Connect) throw new InvalidDataException("It asks for something else than a connection.");
        var host = head[3] switch
        {
            IPv4 => new IPAddress(await TakeAsync(4)).ToString(),
            IPv6 => new IPAddress(await TakeAsync(16)).ToString(),
            Name => Encoding.ASCII.GetString(await TakeAsync((await TakeAsync(1))[0])).Trim('[', ']'),
            _ => throw new InvalidDataException("It names its host in an unknown way."),
        };
        return new SocksRequest(host, BinaryPrimitives.ReadUInt16BigEndian(await TakeAsync(2)));

        async Task<byte[]> TakeAsync(int count)
        {
            var bytes = new byte[count];
            await browser.ReadExactlyAsync(bytes, cancellation);
            return bytes;
        }
    }

    /// <summary>Answers it; the address that a server may name there interests nobody.</summary>
    public static ValueTask AnswerAsync(NetworkStream browser, byte reply, CancellationToken cancellation)
    {
        byte[] answer = [Version, reply, 0, IPv4, 0, 0, 0, 0, 0, 0];
        return browser.WriteAsync(answer, cancellation);
    }
}
