namespace BotPhone.Sdk.Testing;

/// <summary>How <see cref="OperatorHarness"/> runs an operator. The limits are the server's own defaults.</summary>
public sealed record HarnessOptions
{
    /// <summary>Without a window. Default: true; false to watch.</summary>
    public bool Headless { get; init; } = true;

    /// <summary>Receives every line of the log as it comes, such as <c>Console.WriteLine</c>. Default: nobody.</summary>
    public Action<string>? Echo { get; init; }

    /// <summary>Awaited at the end, while the browser is still there: to look at what it shows. Default: nothing.</summary>
    public Func<OperatorRun, Task>? Hold { get; init; }

    /// <summary>Chromium's program. Default: looked for on this machine.</summary>
    public string? Browser { get; init; }

    /// <summary>The program chromedriver. Default: looked for on this machine.</summary>
    public string? Driver { get; init; }

    /// <summary>
    /// What the browser may reach besides the addresses in the settings and the <c>Hosts</c> of the <c>operator.json</c> beside the operator's assembly;
    /// written as there. Default: nothing.
    /// </summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>More arguments for the browser's command line. Default: none.</summary>
    public IReadOnlyList<string> BrowserArguments { get; init; } = [];

    /// <summary>The program that opens encrypted PDFs: its name, or its path. Default: <c>qpdf</c>.</summary>
    public string Qpdf { get; init; } = "qpdf";

    /// <summary>The longest that a page may take to load. Default: 60 seconds.</summary>
    public TimeSpan PageTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest to wait for an element. Default: 30 seconds; a test of what is missing waits as long.</summary>
    public TimeSpan ElementTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest that a download may take. Default: 2 minutes.</summary>
    public TimeSpan DownloadTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The longest that the whole attempt may take, where the operator declares no limit of its own. Default: 10 minutes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often a download is tried where trying again may help. Default: 3.</summary>
    public int MaxDownloads { get; init; } = 3;

    /// <summary>The pause before the second download; it triples each time. Default: none; the server's is 5 seconds.</summary>
    public TimeSpan DownloadPause { get; init; }

    /// <summary>Which attempt of the job this is to be. Default: 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The marks that earlier attempts have set. Default: none.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>What is in the store, by key: for operators that register files. Default: nothing.</summary>
    public IReadOnlyDictionary<string, byte[]> Stored { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Ends the run with an <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Cancellation { get; init; }
}
