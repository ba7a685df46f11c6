using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotPhone.Sdk;

/// <summary>How a <see cref="Portal"/> works. The server sets them; a test may set its own.</summary>
public sealed record PortalOptions
{
    /// <summary>An existing, empty folder that receives the downloads of this session alone.</summary>
    public required string DownloadFolder { get; init; }

    /// <summary>The files of a browser on another machine, which are brought into <see cref="DownloadFolder"/>. Default: it is on this one.</summary>
    public IBrowserFiles? RemoteFiles { get; init; }

    /// <summary>The longest that a page may take to load. Default: 60 seconds.</summary>
    public TimeSpan PageTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest to wait for an element to be there, or to be gone. Default: 30 seconds.</summary>
    public TimeSpan ElementTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest that a download may take, from the click to the last byte. Default: 2 minutes.</summary>
    public TimeSpan DownloadTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The largest file that counts as a download, in bytes. Default: 200 MiB.</summary>
    public long MaxDownloadBytes { get; init; } = 200 * 1024 * 1024;

    /// <summary>How many windows may be open at the same time. Default: 20.</summary>
    public int MaxWindows { get; init; } = 20;

    /// <summary>What the browser reaches the network through. Default: nothing, and failures are what the browser makes of them.</summary>
    public IPortalGate? Gate { get; init; }

    /// <summary>
    /// The addresses that pages need not load, <c>*</c> for any part of one, as in <c>BlockedUrls</c> of an <c>operator.json</c>. Firefox loads them all
    /// the same. Default: none.
    /// </summary>
    public IReadOnlyList<string> BlockedUrls { get; init; } = [];

    /// <summary>What is blanked in evidence, in every form in which it may stand in a page, the longest first. Default: nothing.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>
    /// Whether every request gets a connection of its own, until <see cref="Portal.KeepConnectionsAsync"/>. Browsers send a request again by
    /// themselves, a POST too, when a connection that they had used or opened before breaks under it: what must be sent once only is sent
    /// so. Default: false.
    /// </summary>
    public bool FreshConnections { get; init; }

    /// <summary>Receives every call to the portal with its duration, at <see cref="LogLevel.Debug"/>. Default: nowhere.</summary>
    public ILogger Log { get; init; } = NullLogger.Instance;

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Ends every wait.</summary>
    public CancellationToken Cancellation { get; init; }
}
