using System.Net;
using System.Net.Sockets;
using BotPhone.Hosting;
using BotPhone.Invoices;
using Microsoft.Extensions.Options;

namespace BotPhone.Browsers;

/// <summary>The section <c>Browser</c>.</summary>
internal sealed class BrowserOptions
{
    public const string Chrome = "chrome";
    public const string Firefox = "firefox";
    public const long Mebibyte = 1024 * 1024;

    public bool IsFirefox => Kind == Firefox;

    /// <summary>Which browser: <c>chrome</c> or <c>firefox</c>.</summary>
    public string Kind { get; set; } = Chrome;

    /// <summary>Without a window.</summary>
    public bool Headless { get; set; } = true;

    /// <summary>Where a Selenium Grid takes sessions, such as <c>http://grid:4444</c>; when absent, browsers run on this machine.</summary>
    public string? RemoteUrl { get; set; }

    /// <summary>The IPv4 address of this machine at which the Grid's browsers reach it; when absent, that from which it reaches the Grid.</summary>
    public string? GateAddress { get; set; }

    /// <summary>The browser's program; when absent it is looked for on the machine.</summary>
    public string? Binary { get; set; }

    /// <summary>The driver's program (chromedriver or geckodriver); when absent it is looked for on the machine.</summary>
    public string? Driver { get; set; }

    /// <summary>The longest that a page may take to load.</summary>
    public TimeSpan PageTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest to wait for an element.</summary>
    public TimeSpan ElementTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest that a download may take.</summary>
    public TimeSpan DownloadTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The largest file that counts as a download.</summary>
    public long MaxDownloadBytes { get; set; } = 200 * Mebibyte;

    /// <summary>The most that a portal may send to one job.</summary>
    public long MaxSessionBytes { get; set; } = SessionGate.UsualMaxBytes;

    /// <summary>How many windows a session may have open.</summary>
    public int MaxWindows { get; set; } = 20;

    /// <summary>How many jobs a Chromium serves, one after another, before it is replaced; 1: each has one of its own.</summary>
    public int MaxUses { get; set; } = 50;

    /// <summary>How long a Chromium serves jobs.</summary>
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a Chromium waits for its next session.</summary>
    public TimeSpan MaxIdle { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How much memory a Chromium may hold when a session has ended and it is to serve another.</summary>
    public long MaxMemoryBytes { get; set; } = 1024 * Mebibyte;

    /// <summary>More arguments for the browser's command line.</summary>
    public IList<string> Arguments { get; } = [];
}

internal sealed class BrowserOptionsValidator : IValidateOptions<BrowserOptions>
{
    private const long Largest = 1024 * 1024 * BrowserOptions.Mebibyte;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, BrowserOptions options) => new OptionRules("Browser")
        .OneOf(nameof(options.Kind), options.Kind, BrowserOptions.Chrome, BrowserOptions.Firefox)
        .Require(options.RemoteUrl is null || IsGrid(options.RemoteUrl), nameof(options.RemoteUrl), "deve ser o endereço de uma Selenium Grid, como http://grid:4444, sem usuário nem senha")
        .Require(options.RemoteUrl is null || !options.IsFirefox, nameof(options.RemoteUrl), "vale para Browser:Kind=chrome")
        .Require(options.RemoteUrl is null || (options.Binary is null && options.Driver is null), nameof(options.RemoteUrl), "não vale junto com Browser:Binary ou Browser:Driver: os programas são os da Grid")
        .Require(options.GateAddress is null || IsAddress(options.GateAddress), nameof(options.GateAddress), "deve ser um endereço IPv4 desta máquina, como 10.0.0.7")
        .Between(nameof(options.PageTimeout), options.PageTimeout, Shortest, Longest)
        .Between(nameof(options.ElementTimeout), options.ElementTimeout, Shortest, Longest)
        .Between(nameof(options.DownloadTimeout), options.DownloadTimeout, Shortest, Longest)
        .Between(nameof(options.MaxDownloadBytes), options.MaxDownloadBytes, BrowserOptions.Mebibyte, Largest)
        .Between(nameof(options.MaxSessionBytes), options.MaxSessionBytes, BrowserOptions.Mebibyte, Largest)
        .Between(nameof(options.MaxWindows), options.MaxWindows, 1, 1000)
        .Between(nameof(options.MaxUses), options.MaxUses, 1, 10_000)
        .Between(nameof(options.MaxAge), options.MaxAge, Shortest, TimeSpan.FromDays(1))
        .Between(nameof(options.MaxIdle), options.MaxIdle, Shortest, TimeSpan.FromDays(1))
        .Between(nameof(options.MaxMemoryBytes), options.MaxMemoryBytes, BrowserOptions.Mebibyte, Largest)
        .Result;

    private static bool IsGrid(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", UserInfo: "", Query: "" };

    private static bool IsAddress(string text) => IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetwork;
}
