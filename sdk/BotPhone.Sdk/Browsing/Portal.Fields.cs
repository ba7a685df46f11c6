using OpenQA.Selenium;
using OpenQA.Selenium.Remote;

namespace BotPhone.Sdk;

public sealed partial class Portal
{
    /// <summary>
    /// Writes a text into a field, in the place of what was there: pasted but for its last character, which is typed, so that the page hears keys
    /// too. What a field does not take so is typed whole. The text is never logged.
    /// </summary>
    /// <param name="field">The field.</param>
    /// <param name="text">What to write.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: the field did not appear; or a sign's code.</exception>
    public Task FillAsync(Selector field, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return StepAsync($"Preenchendo {field.Name}", () => ElementAsync(field, element => Fill(element, text)));
    }

    /// <summary>
    /// Types a text key by key behind what the field holds, for a field whose script listens to keys. The text is never logged.
    /// </summary>
    /// <param name="field">The field.</param>
    /// <param name="text">What to type.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: the field did not appear; or a sign's code.</exception>
    public Task TypeAsync(Selector field, string text) =>
        StepAsync($"Digitando em {field.Name}", () => ElementAsync(field, element => element.SendKeys(text)));

    /// <summary>
    /// Puts a text into a field at once and tells the page, as pasting does: for a field whose mask mangles what is typed. The text is never logged.
    /// </summary>
    /// <param name="field">The field.</param>
    /// <param name="text">What the field must hold; check with <see cref="ReadValueAsync"/> that it does.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: the field did not appear; or a sign's code.</exception>
    public Task SetValueAsync(Selector field, string text) => StepAsync($"Preenchendo {field.Name}", () => ElementAsync(
        field, element => ((IJavaScriptExecutor)Driver).ExecuteScript(PageScript.SetValue, element, text)));

    /// <summary>Reads what a field holds. The text is never logged.</summary>
    /// <param name="field">The field.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: the field did not appear; or a sign's code.</exception>
    public Task<string> ReadValueAsync(Selector field) => StepAsync($"Lendo {field.Name}", () => UntilAsync(
        _options.ElementTimeout, _ => Visible(field)?.GetDomProperty("value"), obstacle => Missing(field, obstacle)));

    /// <summary>Chooses an option of a <c>select</c> by its whole text, white space around it aside.</summary>
    /// <param name="list">The <c>select</c> element.</param>
    /// <param name="option">The option's text; case matters, and a part is not enough.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: no list, or no such option in it; or a sign's code.</exception>
    public Task ChooseAsync(Selector list, string option) => StepAsync($"Escolhendo '{option}' em {list.Name}", () => UntilAsync(
        _options.ElementTimeout,
        _ =>
        {
            var found = Usable(list)?.FindElements(By.TagName("option")).FirstOrDefault(one => one.Text.Trim() == option.Trim());
            found?.Click();
            return found;
        },
        obstacle => new OperatorException(ErrorCode.LayoutChanged, $"não encontrei a opção '{option}' em {list}", obstacle)));

    /// <summary>Reads the options that a <c>select</c> offers, white space around them removed.</summary>
    /// <param name="list">The <c>select</c> element.</param>
    /// <returns>At least one text, in the order of the list.</returns>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: no list, or none with options, in time; or a sign's code.</exception>
    public Task<IReadOnlyList<string>> OptionsAsync(Selector list) => StepAsync($"Lendo as opções de {list.Name}", () => UntilAsync<IReadOnlyList<string>>(
        _options.ElementTimeout,
        _ => Visible(list)?.FindElements(By.TagName("option")) is { Count: > 0 } options ? [.. options.Select(one => one.Text.Trim())] : null,
        obstacle => Missing(list, obstacle)));

    /// <summary>Hands a file to a file field, also to one that is hidden behind a button of the page's own.</summary>
    /// <param name="field">The <c>input</c> of type <c>file</c>.</param>
    /// <param name="path">The file on this machine, such as that of a <see cref="StoredFile"/>.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.LayoutChanged"/>: the field did not appear; or a sign's code.</exception>
    public Task UploadAsync(Selector field, string path) => StepAsync($"Enviando o arquivo por {field.Name}", () => UntilAsync(
        _options.ElementTimeout,
        driver =>
        {
            var element = driver.FindElements(field.By).FirstOrDefault();
            if (element is not null) SendFile(element, path);
            return element;
        },
        obstacle => Missing(field, obstacle)));

    // Only here, and only for a browser elsewhere, is a text taken for a file: it goes there first.
    private void SendFile(IWebElement element, string path)
    {
        if (_options.RemoteFiles is null || Driver is not IAllowsFileDetection detection)
        {
            element.SendKeys(path);
            return;
        }

        var usual = detection.FileDetector;
        detection.FileDetector = new LocalFileDetector();
        try
        {
            element.SendKeys(path);
        }
        finally
        {
            detection.FileDetector = usual;
        }
    }

    private void Fill(IWebElement element, string text)
    {
        var typed = text.EnumerateRunes().LastOrDefault().Utf16SequenceLength;
        if (text.Length > 0 && Script(PageScript.Fill, element, text[..^typed]) is true)
        {
            element.SendKeys(text[^typed..]);
            return;
        }

        element.Clear();
        element.SendKeys(text);
    }
}
