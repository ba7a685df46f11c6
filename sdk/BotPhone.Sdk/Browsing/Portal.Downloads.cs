using OpenQA.Selenium;
using OpenQA.Selenium.BiDi.Browser;
using OpenQA.Selenium.BiDi.BrowsingContext;
using OpenQA.Selenium.BiDi.Network;

namespace BotPhone.Sdk;

public sealed partial class Portal
{
    private volatile TaskCompletionSource<DownloadedFile>? _download;
    private string _suggestedName = "";
    private long _lastStatus;
    private volatile string? _networkError;
    private volatile string? _answered;
    private volatile bool _isCutOff;
    private volatile string? _site;
    private volatile string? _brokenCall;

    /// <summary>
    /// Clicks a link or button that downloads a file, and waits until the whole file is there. The browser itself says how it
    /// ended: a file of the announced length, a transfer that was cut off, or an error page instead. A page that makes the file by itself
    /// may say meanwhile what went wrong, or ask something first: signs and overlays (<see cref="Watch"/>) are looked for all the while.
    /// </summary>
    /// <param name="trigger">What to click.</param>
    /// <exception cref="OperatorException">
    /// <see cref="ErrorCode.DownloadTimeout"/>: not whole in time, or cut off. <see cref="ErrorCode.SessionExpired"/>: the portal
    /// answered 401 or 403. <see cref="ErrorCode.PortalUnavailable"/>: another error. <see cref="ErrorCode.LayoutChanged"/>: no such element; or a sign's code.
    /// </exception>
    public Task<DownloadedFile> DownloadAsync(Selector trigger) => DownloadAsync(trigger, () => ElementAsync(trigger, ClickForDownload));

    /// <summary>Downloads a file as <see cref="DownloadAsync(Selector)"/> does, by something inside a row that was read before.</summary>
    /// <param name="row">The row; it is found again by its cells.</param>
    /// <param name="trigger">What to click, sought inside the row.</param>
    /// <exception cref="OperatorException">As for <see cref="DownloadAsync(Selector)"/>.</exception>
    public Task<DownloadedFile> DownloadInRowAsync(TableRow row, Selector trigger) =>
        DownloadAsync(trigger, () => InRowAsync(row, trigger, element => Usable(trigger, element), ClickForDownload));

    private Task<DownloadedFile> DownloadAsync(Selector trigger, Func<Task> click) => StepAsync($"Baixando por {trigger.Name}", async () =>
    {
        var download = new TaskCompletionSource<DownloadedFile>(TaskCreationOptions.RunContinuationsAsynchronously);
        _download = download;
        try
        {
            await click();
            return await FileAsync(download.Task);
        }
        finally
        {
            _download = null;
        }
    });

    private async Task<DownloadedFile> FileAsync(Task<DownloadedFile> file)
    {
        var start = _options.Time.GetTimestamp();
        for (var pause = FirstPause; ; pause = Longer(pause))
        {
            if (await Task.WhenAny(file, Task.Delay(pause, _options.Time, _options.Cancellation)) == file) return Bounded(await HereAsync(await file));
            _options.Cancellation.ThrowIfCancellationRequested();
            if (Downloads().Any(IsTooLarge)) throw TooLarge();
            if (_options.Time.GetElapsedTime(start) >= _options.DownloadTimeout)
                throw new OperatorException(ErrorCode.DownloadTimeout, $"o download não terminou em {_options.DownloadTimeout.TotalSeconds:0} s");
            if (await SeenSignAsync() is { } fault) return file.IsCompleted ? Bounded(await HereAsync(await file)) : throw fault;
            await AskAsync(ClearOverlays);
        }
    }

    private async Task<DownloadedFile> HereAsync(DownloadedFile file)
    {
        if (_options.RemoteFiles is not { } remote) return file;
        var path = Path.Combine(_options.DownloadFolder, $"{Guid.NewGuid():N}");
        try
        {
            await remote.FetchAsync(file.Path, path, _options.MaxDownloadBytes, _options.Cancellation);
        }
        catch (IOException exception)
        {
            throw new OperatorException(ErrorCode.DownloadTimeout, "o arquivo não pôde ser trazido da máquina do navegador", exception);
        }

        return file with { Path = path };
    }

    private DownloadedFile Bounded(DownloadedFile file) => IsTooLarge(new FileInfo(file.Path)) ? throw TooLarge() : file;

    // Also what is still coming, under whatever name the browser gives it.
    private IEnumerable<FileInfo> Downloads() => new DirectoryInfo(_options.DownloadFolder).EnumerateFiles();

    private bool IsTooLarge(FileInfo file) => file.Exists && file.Length > _options.MaxDownloadBytes;

    private OperatorException TooLarge() =>
        new(ErrorCode.WrongInvoice, $"o arquivo tem mais de {_options.MaxDownloadBytes / (1024 * 1024)} MiB: não é uma fatura");

    // Firefox holds a native click on a link that downloads for 5 seconds.
    private void ClickForDownload(IWebElement element)
    {
        if (_isFirefox) ((IJavaScriptExecutor)Driver).ExecuteScript("arguments[0].click()", element);
        else Click(element);
    }

    private Task ReceiveFilesAsync() =>
        _bidi.Browser.SetDownloadBehaviorAsync(new DownloadBehaviorAllowed(_options.RemoteFiles?.Folder ?? _options.DownloadFolder), new() { UserContexts = _place.Bounds }, _options.Cancellation);

    private void OnDownloadBegins(DownloadWillBeginEventArgs download) => _suggestedName = download.SuggestedFilename;

    private void OnDownloadEnds(DownloadEndEventArgs download)
    {
        if (download is DownloadCompleteEventArgs { Filepath: { Length: > 0 } path })
            _download?.TrySetResult(new DownloadedFile(path, _suggestedName));
        else
            _download?.TrySetException(new OperatorException(ErrorCode.DownloadTimeout, "o portal interrompeu a transferência do arquivo"));
    }

    // Documents count, and what a page asks of where it came from: a missing picture or a lost counter is no failure of ours.
    private void OnResponse(BrowsingContext? context, Navigation? navigation, RequestData request, long status)
    {
        if (navigation is null)
        {
            if (IsOwnCall(request)) _brokenCall = null;
            return;
        }

        // A step on the way is no answer, and may be told after it.
        if (status is >= 300 and < 400 and not 304) return;
        if (context is not null) OnDocument(context, navigation);
        _networkError = _brokenCall = null;
        _site = SiteOf(request);
        _answered = navigation.Id;
        Interlocked.Exchange(ref _lastStatus, status);
        if (status >= 400) _download?.TrySetException(RefusedDownload(status));
    }

    // Some failures, such as a redirect without end, are a successful navigation to the driver. A download aborts its navigation.
    private void OnFetchError(FetchErrorEventArgs error)
    {
        if (error.ErrorText.Contains("ERR_ABORTED", StringComparison.Ordinal) || error.ErrorText.Contains("ERR_BLOCKED_BY_CLIENT", StringComparison.Ordinal)) return;
        if (error.Navigation is null)
        {
            if (IsOwnCall(error.Request)) _brokenCall = error.ErrorText;
            return;
        }

        _refusal = _options.Gate?.WhyNot(new Uri(error.Request.Url)) ?? _refusal;
        _isCutOff = error.Navigation.Id == _answered;
        _networkError = error.ErrorText;
    }

    private bool IsOwnCall(RequestData request) => request.InitiatorType is "fetch" or "xmlhttprequest" && SiteOf(request) == _site;

    private static string SiteOf(RequestData request) => new Uri(request.Url).Authority;

    private static OperatorException RefusedDownload(long status) => status is 401 or 403
        ? new(ErrorCode.SessionExpired, $"o portal recusou o download (HTTP {status})")
        : new(ErrorCode.PortalUnavailable, $"o portal respondeu com erro em vez do arquivo (HTTP {status})");

    private void ThrowIfServerError()
    {
        if (_refusal is { } refused) throw refused;
        // A page that began to come and broke off has not finished, just as one that hangs: which of the two the browser sees is chance.
        if (_networkError is { } cut && _isCutOff) throw new OperatorException(ErrorCode.PageTimeout, $"a página foi cortada no meio ({cut})");
        if (_networkError is { } error && BrowserFault.FromNetwork(error) is { } fault) throw fault;
        var status = Interlocked.Read(ref _lastStatus);
        if (status >= 500) throw new OperatorException(ErrorCode.PortalUnavailable, $"o portal respondeu com erro (HTTP {status})");
    }

    private void ThrowIfCallBroke()
    {
        if (_brokenCall is { } error) throw new OperatorException(ErrorCode.PortalUnavailable, $"a página perdeu a conexão com o portal ({error})");
    }
}
