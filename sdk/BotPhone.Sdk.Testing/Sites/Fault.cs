using System.Net;

namespace BotPhone.Sdk.Testing;

/// <summary>What goes wrong at a <see cref="TestSite"/>, always or a few times.</summary>
public sealed record Fault
{
    private Fault(string path, Func<Func<Task<SiteAnswer>>, SiteVisit, Task<SiteAnswer>> spoil)
    {
        Path = path;
        Spoil = spoil;
    }

    /// <summary>Where it goes wrong.</summary>
    public string Path { get; }

    /// <summary>How often it goes wrong; <see langword="null"/> for always.</summary>
    public int? Limit { get; private init; }

    /// <summary>Gets what makes the right answer.</summary>
    internal Func<Func<Task<SiteAnswer>>, SiteVisit, Task<SiteAnswer>> Spoil { get; }

    /// <summary>The answer comes late.</summary>
    /// <param name="path">For example <c>/faturas</c>.</param>
    /// <param name="pause">How late.</param>
    public static Fault Slow(string path, TimeSpan pause) => new(path, async (answer, visit) =>
    {
        await Task.Delay(pause, TimeProvider.System, visit.Gone);
        return await answer();
    });

    /// <summary>The site answers with an error of its own.</summary>
    /// <param name="path">For example <c>/faturas</c>.</param>
    /// <param name="status">Which one.</param>
    public static Fault Error(string path, HttpStatusCode status = HttpStatusCode.InternalServerError) =>
        new(path, (_, _) => Task.FromResult(SiteAnswer.Page("<h1>Erro interno</h1>", status)));

    /// <summary>Only the first half of a file comes, as if it were the whole.</summary>
    /// <param name="path">For example <c>/fatura.pdf</c>.</param>
    public static Fault CutFile(string path) => new(path, async (answer, _) => (await answer()).Half());

    /// <summary>An element of a page is not what it was: the portal has changed.</summary>
    /// <param name="path">For example <c>/faturas</c>.</param>
    /// <param name="was">A text in the page's source, for example <c>class="pdf"</c>.</param>
    /// <param name="becomes">What stands there instead.</param>
    public static Fault ChangedElement(string path, string was, string becomes) => new(path, async (answer, _) => (await answer()).With(was, becomes));

    /// <summary>The session is over when this is asked for: the site leads back to its sign-in page.</summary>
    /// <param name="path">For example <c>/faturas</c>.</param>
    public static Fault EndedSession(string path) => new(path, (answer, visit) =>
    {
        visit.EndSession();
        return answer();
    });

    /// <summary>Goes wrong only the next time.</summary>
    public Fault Once() => Times(1);

    /// <summary>Goes wrong only the next times.</summary>
    /// <param name="limit">How often.</param>
    public Fault Times(int limit) => this with { Limit = limit };
}
