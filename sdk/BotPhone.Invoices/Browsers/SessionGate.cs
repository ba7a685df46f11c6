using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using BotPhone.Sdk;
using Microsoft.Extensions.Logging;

namespace BotPhone.Invoices;

/// <summary>
/// The only way from one browser session to the network: a SOCKS5 server on a port of this machine, which only this machine reaches unless its browser is elsewhere. It lets through what the operator
/// declares, and no more than so many bytes.
/// </summary>
internal sealed class SessionGate : IPortalGate, IAsyncDisposable
{
    /// <summary>What a portal may send in a session if nobody says otherwise.</summary>
    public const long UsualMaxBytes = 1024L * 1024 * 1024;

    private const int MostConnections = 256;
    private const int MostNoted = 100;

    private readonly ReachableHosts _hosts;
    private readonly long _maxBytes;
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _over = new();
    private readonly CancellationTokenSource _cut;
    private readonly TaskCompletionSource<OperatorException> _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, string> _refused = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<Task, bool> _open = new();
    private readonly Task _accepting;
    private volatile ILogger _log;
    private long _bytes;

    private SessionGate(ReachableHosts hosts, long maxBytes, ILogger log, IPAddress address)
    {
        (_hosts, _maxBytes, _log) = (hosts, maxBytes, log);
        _cut = CancellationTokenSource.CreateLinkedTokenSource(_over.Token);
        _listener.Bind(new IPEndPoint(address, 0));
        _listener.Listen(MostConnections);
        Address = (IPEndPoint)_listener.LocalEndPoint!;
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Address { get; }

    /// <summary>What makes a Chromium take no other way, not even to this machine.</summary>
    public IReadOnlyList<string> ChromeArguments =>
        [$"--proxy-server=socks5://{Address}", "--proxy-bypass-list=<-loopback>", "--force-webrtc-ip-handling-policy=disable_non_proxied_udp"];

    public Task<OperatorException> Broken => _broken.Task;

    /// <param name="hosts">What is let through.</param>
    /// <param name="maxBytes">The most that may come in.</param>
    /// <param name="log">Told each host that was refused, once.</param>
    /// <param name="address">Where to listen; null for this machine only.</param>
    public static SessionGate Open(ReachableHosts hosts, long maxBytes, ILogger log, IPAddress? address = null) => new(hosts, maxBytes, log, address ?? IPAddress.Loopback);

    /// <summary>The session goes on for another job, which may receive as much again.</summary>
    /// <param name="log">Told each host that is refused from now on and was not before.</param>
    public void Renew(ILogger log)
    {
        _log = log;
        Interlocked.Exchange(ref _bytes, 0);
    }

    public OperatorException? WhyNot(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IdnHost is not { Length: > 0 } host) return null;
        if (!_refused.TryGetValue(host, out var why) && !_hosts.Declares(host)) why = Undeclared(host);
        return why is null ? null : new OperatorException(ErrorCode.LayoutChanged, $"o portal levou a {why}");
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_open.Keys);
        _cut.Dispose();
        _over.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var browser = await _listener.AcceptAsync(_over.Token);
            if (_open.Count >= MostConnections || _broken.Task.IsCompleted) SocketPipe.Reset(browser);
            else Keep(Task.Run(() => ServeAsync(browser)));
        }
    }

    private void Keep(Task connection)
    {
        _open[connection] = true;
        _ = connection.ContinueWith(_ => _open.TryRemove(connection, out var _), TaskScheduler.Default);
    }

    private async Task ServeAsync(Socket browser)
    {
        using (browser)
        {
            try
            {
                browser.NoDelay = true;
                await using var stream = new NetworkStream(browser);
                var wanted = await SocksRequest.ReadAsync(stream, _cut.Token);
                var route = await HostRoute.OpenAsync(_hosts, wanted.Host, wanted.Port, _cut.Token);
                using var portal = route.Socket;
                if (route.End == HostRouteEnd.Refused) Note(wanted.Host);
                await SocksRequest.AnswerAsync(stream, ReplyOf(route.End), _cut.Token);
                if (portal is not null) await SocketPipe.CarryAsync(browser, portal, TryTake, _cut.Token);
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException or SocketException or OperationCanceledException)
            {
                // The browser has gone, speaks another protocol, or the session is over.
            }
        }
    }

    // Why it breaks off is known before anyone sees that it did.
    private bool TryTake(int count)
    {
        if (Interlocked.Add(ref _bytes, count) <= _maxBytes) return true;
        if (_broken.TrySetResult(new OperatorException(ErrorCode.WrongInvoice, $"o portal enviou mais de {_maxBytes / (1024 * 1024)} MiB nesta sessão"))) _ = _cut.CancelAsync();
        return false;
    }

    // A page may make up names without end.
    private void Note(string host)
    {
        if (_refused.Count >= MostNoted) return;
        var why = _hosts.Declares(host) ? $"'{host}', que está num endereço interno não declarado pela operadora ({ReachableHosts.Key} em operator.json)" : Undeclared(host);
        if (_refused.TryAdd(host, why)) GateLog.Refused(_log, host);
    }

    private static string Undeclared(string host) => $"'{host}', que não está entre os endereços declarados pela operadora ({ReachableHosts.Key} em operator.json)";

    private static byte ReplyOf(HostRouteEnd end) => end switch
    {
        HostRouteEnd.Connected => SocksRequest.Succeeded,
        HostRouteEnd.Refused => SocksRequest.NotAllowed,
        HostRouteEnd.Closed => SocksRequest.ConnectionRefused,
        _ => SocksRequest.HostUnreachable,
    };
}
