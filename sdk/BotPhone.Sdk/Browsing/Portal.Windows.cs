using OpenQA.Selenium;

namespace BotPhone.Sdk;

public sealed partial class Portal
{
    private static readonly TimeSpan EvidenceLimit = TimeSpan.FromSeconds(5);

    /// <summary>Works inside a frame, then comes back to the page.</summary>
    /// <param name="frame">The <c>iframe</c>.</param>
    /// <param name="inside">What to do there; every call of this portal then means the frame.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: there is no such frame; or what <paramref name="inside"/> threw.</exception>
    public async Task InFrameAsync(Selector frame, Func<Task> inside)
    {
        ArgumentNullException.ThrowIfNull(inside);
        await StepAsync($"Passando para {frame.Name}", () => ElementAsync(frame, element => Driver.SwitchTo().Frame(element)));
        _frame = frame;
        try
        {
            await inside();
        }
        finally
        {
            _frame = null;
            await LeaveAsync(driver => driver.SwitchTo().DefaultContent());
        }
    }

    /// <summary>Works in a window or tab that the page opens, then closes it and comes back.</summary>
    /// <param name="open">What makes the page open it, usually a click.</param>
    /// <param name="inside">What to do there; every call of this portal then means the new window.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: no window opened; or what the two threw.</exception>
    public async Task InNewWindowAsync(Func<Task> open, Func<Task> inside)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(inside);
        var (before, known) = await StepAsync("Lendo as janelas", () => AskAsync(driver => (driver.CurrentWindowHandle, driver.WindowHandles)));
        await open();
        await StepAsync("Passando para a nova janela", () => UntilAsync(
            _options.ElementTimeout,
            driver => driver.WindowHandles.FirstOrDefault(handle => !known.Contains(handle)) is { } opened ? driver.SwitchTo().Window(opened) : null,
            obstacle => new OperatorException(ErrorCode.LayoutChanged, "o portal não abriu a janela esperada", obstacle)));
        try
        {
            await BlockAsync();
            await inside();
        }
        catch (OperatorException)
        {
            _fromWindow = await CaptureAsync(EvidenceLimit);
            throw;
        }
        finally
        {
            // It may have closed itself.
            await LeaveAsync(driver =>
            {
                if (driver.CurrentWindowHandle != before) driver.Close();
            });
            await LeaveAsync(driver => driver.SwitchTo().Window(before));
        }
    }

    /// <summary>Prints the page to a PDF of A4 in the download folder, backgrounds included, also a page that asks to be printed.</summary>
    /// <param name="name">What to call the document in the log.</param>
    public Task<DownloadedFile> PrintAsync(string name) => StepAsync($"Imprimindo {name}", async () =>
    {
        var document = await AskAsync(driver => ((ISupportsPrint)driver).Print(new PrintOptions
        {
            PageDimensions = PrintOptions.PageSize.A4,
            // The bars of a boleto may be one.
            OutputBackgroundImages = true,
        }));
        var path = Path.Combine(_options.DownloadFolder, $"{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(path, document.AsByteArray, _options.Cancellation);
        return new DownloadedFile(path, name);
    });

    private async Task LeaveAsync(Action<IWebDriver> leave)
    {
        try
        {
            await AskAsync(leave);
        }
        catch (Exception exception) when (exception is WebDriverException or OperationCanceledException)
        {
            // What happened inside matters more; a browser that is gone shows at the next call.
        }
    }
}
