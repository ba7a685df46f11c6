using BotPhone.Sdk;

namespace BotPhone.Operators.Vivo;

internal static class Menu
{
    private static readonly TimeSpan Opening = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Opens a menu and clicks an entry. It closes when something comes over it, or when that is closed: then it is opened once more.
    /// </summary>
    /// <param name="portal">The page.</param>
    /// <param name="open">Opens the menu.</param>
    /// <param name="entry">The entry.</param>
    public static async Task ChooseFromMenuAsync(this Portal portal, Func<Task> open, Selector entry)
    {
        await open();
        if (await portal.ShowsAsync(entry) && await portal.ClickIfPresentAsync(entry)) return;
        await open();
        await portal.ClickAsync(entry);
    }

    private static async Task<bool> ShowsAsync(this Portal portal, Selector entry)
    {
        try
        {
            await portal.WaitForAsync(entry, Opening);
            return true;
        }
        catch (OperatorException late) when (late.Code == ErrorCode.LayoutChanged)
        {
            return false;
        }
    }
}
