using System.Net;

namespace BotPhone.Sdk.Testing;

/// <summary>Says what a <see cref="TestSite"/> has. Each method returns the setup itself, so that they can be chained.</summary>
public sealed class TestSiteSetup
{
    private readonly Dictionary<(string Method, string Path), Func<SiteRequest, SiteAnswer>> _answers = [];
    private readonly HashSet<string> _open = [];

    internal TestSiteSetup()
    {
    }

    internal SignInPage? Entrance { get; private set; }

    /// <summary>Puts everything behind a sign-in, except <see cref="OpenPage"/>.</summary>
    /// <param name="user">Who may sign in.</param>
    /// <param name="password">With which password.</param>
    /// <param name="home">Where those go who signed in.</param>
    public TestSiteSetup SignIn(string user, string password, string home = "/inicio") => SignIn(new SignInPage(user, password) { Home = home });

    /// <summary>Puts everything behind a sign-in, except <see cref="OpenPage"/>.</summary>
    /// <param name="page">How one signs in.</param>
    public TestSiteSetup SignIn(SignInPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        Entrance = page;
        _open.Add(page.Path);
        On("GET", page.Path, _ => SiteAnswer.Page(page.Show(refused: false)));
        On("POST", page.Path, request => page.Accepts(request)
            ? SiteAnswer.GoTo(page.Home) with { Session = Guid.NewGuid().ToString("N") }
            : SiteAnswer.Page(page.Show(refused: true)));
        return On("GET", page.SignOut, _ => SiteAnswer.GoTo(page.Path) with { Session = "" });
    }

    /// <summary>Adds a page.</summary>
    /// <param name="path">For example <c>/faturas</c>.</param>
    /// <param name="html">A whole document, or what is in its body.</param>
    public TestSiteSetup Page(string path, string html) => Page(path, _ => html);

    /// <summary>Adds a page that depends on the request.</summary>
    /// <param name="path">For example <c>/faturas</c>.</param>
    /// <param name="html">Makes the page.</param>
    public TestSiteSetup Page(string path, Func<SiteRequest, string> html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return On("GET", path, request => SiteAnswer.Page(html(request)));
    }

    /// <summary>Adds a page that is seen without having signed in.</summary>
    /// <param name="path">For example <c>/manutencao</c>.</param>
    /// <param name="html">A whole document, or what is in its body.</param>
    public TestSiteSetup OpenPage(string path, string html)
    {
        _open.Add(path);
        return Page(path, html);
    }

    /// <summary>Takes what a form sends.</summary>
    /// <param name="path">The form's <c>action</c>; its <c>method</c> is <c>post</c>.</param>
    /// <param name="goTo">The path to which the browser is led then.</param>
    public TestSiteSetup Form(string path, Func<SiteRequest, string> goTo)
    {
        ArgumentNullException.ThrowIfNull(goTo);
        return On("POST", path, request => SiteAnswer.GoTo(goTo(request)));
    }

    /// <summary>Adds a file to download.</summary>
    /// <param name="path">For example <c>/fatura.pdf</c>, whose last part is the file's name.</param>
    /// <param name="content">Its bytes; for an invoice, <see cref="TestPdf.Of"/>.</param>
    /// <param name="contentType">What the site says that it is.</param>
    public TestSiteSetup File(string path, byte[] content, string contentType = "application/pdf") =>
        On("GET", path, _ => SiteAnswer.File(path.Split('/')[^1], content, contentType));

    internal bool IsOpen(string path) => Entrance is null || _open.Contains(path);

    internal SiteAnswer Answer(SiteRequest request) => _answers.TryGetValue((request.Method, request.Path), out var answer)
        ? answer(request)
        : SiteAnswer.Page("<h1>Página não encontrada</h1>", HttpStatusCode.NotFound);

    private TestSiteSetup On(string method, string path, Func<SiteRequest, SiteAnswer> answer)
    {
        if (path is not ['/', ..]) throw new ArgumentException($"The path '{path}' must begin with a slash.", nameof(path));
        _answers[(method, path)] = answer;
        return this;
    }
}
