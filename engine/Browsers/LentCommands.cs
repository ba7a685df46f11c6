using OpenQA.Selenium;
using OpenQA.Selenium.Remote;

namespace BotPhone.Browsers;

/// <summary>
/// The commands of one session to the driver of a browser that serves many. They end with the session: what an operator leaves running can do nothing
/// in the pages of the next one. The browser's own window is no concern of a session.
/// </summary>
internal sealed class LentCommands(Uri driver, TimeSpan timeout, Response begun, string ownWindow, Func<Task<string>> openWindow) : ICommandExecutor
{
    private const string DevTools = "/session/{sessionId}/goog/cdp/execute";
    private readonly HttpCommandExecutor _commands = new(driver, timeout);
    private readonly HashSet<string> _toDevTools = [];
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;
    private bool _over;

    /// <summary>Whether there was a command whose effect may outlive the session.</summary>
    public bool LeavesTraces { get; private set; }

    public bool TryAddCommand(string commandName, CommandInfo? info)
    {
        if (!_commands.TryAddCommand(commandName, info)) return false;
        if (info is HttpCommandInfo { ResourcePath: DevTools }) _toDevTools.Add(commandName);
        return true;
    }

    public Response Execute(Command commandToExecute) => ExecuteAsync(commandToExecute).GetAwaiter().GetResult();

    public async Task<Response> ExecuteAsync(Command commandToExecute)
    {
        Enter();
        try
        {
            if (commandToExecute.Name == DriverCommand.NewSession) return begun;
            if (commandToExecute.Name == DriverCommand.NewWindow) return Answer(new Dictionary<string, object> { ["handle"] = await openWindow() });
            if (!IsOfPages(commandToExecute)) LeavesTraces = true;
            var answer = await _commands.ExecuteAsync(commandToExecute);
            return answer.Value is object[] windows && IsOfWindows(commandToExecute) ? Answer(windows.Where(window => !ownWindow.Equals(window)).ToArray()) : answer;
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Lets no command through any more, and waits for those that are under way.</summary>
    public Task EndAsync()
    {
        lock (_lock)
        {
            _over = true;
            if (_running == 0) _quiet.TrySetResult();
        }

        return _quiet.Task;
    }

    public void Dispose() => _commands.Dispose();

    // Those that Selenium adds for a browser, such as those of DevTools, reach all of it. A file that was sent to another machine stays there as long as its browser.
    private bool IsOfPages(Command command) => IsRuleOfWindow(command) || (DriverCommand.KnownCommands.Contains(command.Name) && command.Name != DriverCommand.Quit && command.Name != DriverCommand.UploadFile
        && (command.Name != DriverCommand.SetTimeouts || command.Parameters.Keys.All(key => key == "pageLoad")));

    // What a window must not load is forgotten with it.
    private bool IsRuleOfWindow(Command command) => _toDevTools.Contains(command.Name) && command.Parameters.GetValueOrDefault("cmd") is "Network.enable" or "Network.setBlockedURLs";

    private static bool IsOfWindows(Command command) => command.Name == DriverCommand.GetWindowHandles || command.Name == DriverCommand.Close;

    private static Response Answer(object value) => new(null, value, WebDriverResult.Success);

    private void Enter()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_over, this);
            _running++;
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            _running--;
            if (_over && _running == 0) _quiet.TrySetResult();
        }
    }
}
