using System.Net;
using System.Net.Sockets;
using BotPhone.Invoices;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.Logging;

namespace BotPhone.Tests.Browsers;

public sealed class SessionGateTests : IAsyncDisposable
{
    private const byte Name = 3;
    private readonly TcpListener _portal = new(IPAddress.Loopback, 0);
    private readonly CapturedLog _log = new();
    private SessionGate? _gate;

    public SessionGateTests() => _portal.Start();

    private int Port => ((IPEndPoint)_portal.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        if (_gate is not null) await _gate.DisposeAsync();
        _portal.Dispose();
        _log.Dispose();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task A_declared_host_is_reached_and_both_sides_are_heard_to_their_ends(string host)
    {
        var (reply, browser) = await AskAsync(host, host);
        Assert.Equal(0, reply);
        using var portal = await _portal.AcceptSocketAsync();
        await browser.SendAsync("pergunta"u8.ToArray());
        browser.Shutdown(SocketShutdown.Send);
        Assert.Equal("pergunta", await HearAsync(portal));
        await portal.SendAsync("resposta"u8.ToArray());
        portal.Shutdown(SocketShutdown.Send);
        Assert.Equal("resposta", await HearAsync(browser));
    }

    [Theory]
    [InlineData("localhost", "127.0.0.1")]
    [InlineData("127.0.0.1", "localhost")]
    [InlineData("127.0.0.1", "portal.example")]
    public async Task What_is_not_declared_is_refused_and_noted_once(string host, string declared)
    {
        Assert.Equal(2, (await AskAsync(host, declared)).Reply);
        Assert.Equal(2, (await AskAsync(host, declared)).Reply);
        Assert.False(_portal.Pending());
        Assert.Single(_log.Text.Split('\n'), line => line.Contains($"Endereço não declarado recusado: {host}", StringComparison.Ordinal));
        var why = _gate!.WhyNot(new Uri($"http://{host}/"))!;
        Assert.Equal((ErrorCode.LayoutChanged, $"o portal levou a '{host}', que não está entre os endereços declarados pela operadora (Hosts em operator.json)"), (why.Code, why.Message));
        Assert.Null(_gate.WhyNot(new Uri($"http://{declared}/")));
    }

    /// <summary>The name of this machine is a name like any other that leads inside.</summary>
    [Fact]
    public async Task A_name_that_leads_inside_is_refused_although_it_is_declared()
    {
        var name = Dns.GetHostName();
        Assert.All(await Dns.GetHostAddressesAsync(name), address => Assert.False(PublicAddress.Is(address)));
        Assert.Equal(2, (await AskAsync(name, name)).Reply);
        Assert.Contains("que está num endereço interno não declarado", _gate!.WhyNot(new Uri($"http://{name}/"))!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_listens_the_connection_is_refused() => Assert.Equal(5, (await AskAsync("127.0.0.1", "127.0.0.1", FreePort.Find())).Reply);

    [Fact]
    public async Task A_name_that_is_none_is_unreachable() => Assert.Equal(4, (await AskAsync("nada.invalid", "nada.invalid")).Reply);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reset_of_one_side_is_a_reset_for_the_other(bool ofThePortal)
    {
        var (_, browser) = await AskAsync("127.0.0.1", "127.0.0.1");
        var portal = await _portal.AcceptSocketAsync();
        var (breaks, hears) = ofThePortal ? (portal, browser) : (browser, portal);
        SocketPipe.Reset(breaks);
        Assert.Equal(SocketError.ConnectionReset, (await Assert.ThrowsAsync<SocketException>(() => hears.ReceiveAsync(new byte[1]))).SocketErrorCode);
    }

    [Fact]
    public async Task More_bytes_than_allowed_break_everything_off_and_say_why()
    {
        var (_, quiet) = await AskAsync("127.0.0.1", "127.0.0.1", maxBytes: 1024 * 1024);
        using var other = await _portal.AcceptSocketAsync();
        var (_, browser) = await AskAsync("127.0.0.1", "127.0.0.1");
        using var portal = await _portal.AcceptSocketAsync();
        var sending = Assert.ThrowsAnyAsync<SocketException>(async () =>
        {
            while (true) await portal.SendAsync(new byte[64 * 1024]);
        });
        var received = 0L;
        await Assert.ThrowsAsync<SocketException>(async () =>
        {
            for (var buffer = new byte[64 * 1024]; ;) received += await browser.ReceiveAsync(buffer);
        });
        await sending;
        Assert.InRange(received, 0, 1024 * 1024);
        await Assert.ThrowsAsync<SocketException>(() => quiet.ReceiveAsync(new byte[1]));
        var why = await _gate!.Broken;
        Assert.Equal((ErrorCode.WrongInvoice, "o portal enviou mais de 1 MiB nesta sessão"), (why.Code, why.Message));
    }

    [Fact]
    public async Task It_ends_with_all_its_connections()
    {
        var (_, browser) = await AskAsync("127.0.0.1", "127.0.0.1");
        using var portal = await _portal.AcceptSocketAsync();
        var port = _gate!.Address.Port;
        await _gate.DisposeAsync();
        _gate = null;
        await Assert.ThrowsAsync<SocketException>(() => browser.ReceiveAsync(new byte[1]));
        await Assert.ThrowsAsync<SocketException>(() => portal.ReceiveAsync(new byte[1]));
        using var late = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await Assert.ThrowsAsync<SocketException>(() => late.ConnectAsync(IPAddress.Loopback, port));
    }

    private async Task<(byte Reply, Socket Browser)> AskAsync(string host, string declared, int? port = null, long maxBytes = SessionGate.UsualMaxBytes)
    {
        _gate ??= SessionGate.Open(ReachableHosts.Of(declared), maxBytes, _log.CreateLogger("x"));
        var browser = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await browser.ConnectAsync(_gate.Address);
        var name = System.Text.Encoding.ASCII.GetBytes(host);
        var to = port ?? Port;
        await browser.SendAsync((byte[])[5, 1, 0]);
        await TakeAsync(browser, 2);
        await browser.SendAsync((byte[])[5, 1, 0, Name, (byte)name.Length, .. name, (byte)(to >> 8), (byte)to]);
        return ((await TakeAsync(browser, 10))[1], browser);
    }

    private static async Task<byte[]> TakeAsync(Socket socket, int count)
    {
        var bytes = new byte[count];
        for (var have = 0; have < count;) have += await socket.ReceiveAsync(bytes.AsMemory(have)) is > 0 and var more ? more : throw new EndOfStreamException();
        return bytes;
    }

    private static async Task<string> HearAsync(Socket socket)
    {
        var heard = new List<byte>();
        var buffer = new byte[100];
        for (int count; (count = await socket.ReceiveAsync(buffer)) > 0;) heard.AddRange(buffer[..count]);
        return System.Text.Encoding.ASCII.GetString([.. heard]);
    }
}
