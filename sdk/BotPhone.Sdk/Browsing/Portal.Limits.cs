using System.Collections.Concurrent;
using OpenQA.Selenium;
using OpenQA.Selenium.BiDi.BrowsingContext;

namespace BotPhone.Sdk;

public sealed partial class Portal
{
    private static readonly TimeSpan PatienceForReason = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _over;
    private readonly ConcurrentDictionary<string, bool> _windows = new();
    private volatile OperatorException? _tooMuch;
    private volatile OperatorException? _refusal;
    private volatile string? _document;

    // Why nothing more is done in this session; the gate's word comes before what its end looks like.
    private OperatorException? Breach => _tooMuch ?? (_options.Gate?.Broken is { IsCompletedSuccessfully: true } broken ? broken.Result : null);

    // A frame has a parent.
    private void OnContext(ContextCreatedEventArgs created)
    {
        if (created.Parent is not null) return;
        _windows[created.Context.Id] = true;
        if (_windows.Count <= _options.MaxWindows || _tooMuch is not null) return;
        _tooMuch = new OperatorException(ErrorCode.LayoutChanged, $"a página abriu mais de {_options.MaxWindows} janelas");
        End();
    }

    private async Task EndWhenBrokenAsync()
    {
        if (_options.Gate is not { } gate) return;
        await gate.Broken;
        End();
    }

    private void End()
    {
        try
        {
            _ = _over.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // Nobody waits any more.
        }
    }

    // What was kept from a page matters until another page is there; a frame is a part of one.
    private void OnDocument(BrowsingContext context, Navigation navigation)
    {
        if (!_windows.ContainsKey(context.Id) || navigation.Id == _document) return;
        _document = navigation.Id;
        _refusal = null;
    }

    // The driver may say that a page could not be loaded before the browser says which.
    private async Task<OperatorException?> RefusalAsync(Exception exception)
    {
        if (_options.Gate is null || exception is not WebDriverException || !BrowserFault.IsKept(exception)) return null;
        var start = _options.Time.GetTimestamp();
        while (_networkError is null && _options.Time.GetElapsedTime(start) < PatienceForReason) await Task.Delay(FirstPause, _options.Time);
        return Breach ?? _refusal;
    }
}
