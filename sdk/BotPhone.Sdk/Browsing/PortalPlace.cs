using System.Collections.Immutable;
using OpenQA.Selenium;
using OpenQA.Selenium.BiDi;
using OpenQA.Selenium.BiDi.Browser;
using OpenQA.Selenium.BiDi.BrowsingContext;

namespace BotPhone.Sdk;

// The part of a browser that is a portal's: all of it, or one user context of it.
internal sealed class PortalPlace
{
    private const string Whole = "default";

    private readonly UserContext? _context;
    // Those that were there once are kept: what a window began may end after it was closed.
    private readonly HashSet<string> _pages = [];

    private PortalPlace(UserContext? context, IReadOnlyList<string> windows)
    {
        _context = context;
        Windows = windows;
        _pages.UnionWith(windows);
    }

    /// <summary>The windows that it began with.</summary>
    public IReadOnlyList<string> Windows { get; }

    /// <summary>What commands are bound to; null for all of the browser.</summary>
    public ImmutableArray<UserContext>? Bounds => _context is null ? null : [_context];

    public static async Task<PortalPlace> OfAsync(IWebDriver driver, IBiDi bidi, CancellationToken cancellation)
    {
        var window = await Task.Run(() => driver.CurrentWindowHandle, cancellation).WaitAsync(cancellation);
        var tree = await bidi.BrowsingContext.GetTreeAsync(new() { MaxDepth = 0 }, cancellation);
        var context = tree.Contexts.First(page => page.Context.Id == window).UserContext;
        return new PortalPlace(context.Id == Whole ? null : context, [.. tree.Contexts.Where(page => page.UserContext == context).Select(page => page.Context.Id)]);
    }

    /// <summary>Learns of a page, which may be somebody else's.</summary>
    /// <returns>Whether it is here.</returns>
    public bool Add(ContextCreatedEventArgs created)
    {
        if (_context is not null && created.UserContext.Id != _context.Id) return false;
        _pages.Add(created.Context.Id);
        return true;
    }

    /// <summary>Whether something happened here. What belongs to no page, such as a worker's request, may have.</summary>
    public bool Has(BrowsingContext? page) => _context is null || page is null || _pages.Contains(page.Id);
}
