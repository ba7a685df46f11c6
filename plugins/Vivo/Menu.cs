using BotPhone.Sdk;

namespace BotPhone.Operators.Vivo;

internal static class Menu
{
    private static readonly TimeSpan Opening = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Opens a menu and clicks an entry. It closes when something comes over it, or when that is closed, and what comes in the moment of the
    /// click gets it instead: then it is opened once more.
    /// </summary>
    /// <param name="portal">The page.</param>
    /// <param name="open">Opens the menu.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="isChosen">Whether the page has taken the choice.</param>
    public static async Task ChooseFromMenuAsync(this Portal portal, Func<Task> open, Selector entry, Func<Task<bool>> isChosen)
    {
        await open();
        if (await portal.ShowsAsync([entry]) && await portal.ClickIfPresentAsync(entry) && await isChosen()) return;
        await open();
        await portal.ClickAsync(entry);
    }

    /// <summary>Whether one of these shows within a moment.</summary>
    public static async Task<bool> ShowsAsync(this Portal portal, IReadOnlyList<Selector> selectors)
    {
        try
        {
            await portal.WaitForAnyAsync(selectors, Opening);
            return true;
        }
        catch (OperatorException late) when (late.Code == ErrorCode.LayoutChanged)
        {
            return false;
        }
    }
}
