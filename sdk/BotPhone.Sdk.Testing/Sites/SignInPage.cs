using System.Net;

namespace BotPhone.Sdk.Testing;

/// <summary>The page on which a <see cref="TestSite"/> asks who comes: the only one that is seen without having signed in.</summary>
/// <param name="User">Who may sign in.</param>
/// <param name="Password">With which password.</param>
public sealed record SignInPage(string User, string Password)
{
    /// <summary>Where the page is, and where its form is sent. Default: <c>/</c>.</summary>
    public string Path { get; init; } = "/";

    /// <summary>Where those go who signed in. Default: <c>/inicio</c>.</summary>
    public string Home { get; init; } = "/inicio";

    /// <summary>What ends the session when it is opened, and leads back to the sign-in page. Default: <c>/sair</c>.</summary>
    public string SignOut { get; init; } = "/sair";

    /// <summary>What is shown, in the place of <c>{aviso}</c>, to those who were refused.</summary>
    public string Refusal { get; init; } = "Usuário ou senha inválidos";

    /// <summary>The page, whose form has the fields <c>usuario</c> and <c>senha</c>.</summary>
    public string Html { get; init; } =
        """
        <h1>Acesso</h1>
        <form method="post">
          <label>Usuário <input id="usuario" name="usuario"></label>
          <label>Senha <input id="senha" name="senha" type="password"></label>
          <button>Entrar</button>
          <p id="aviso">{aviso}</p>
        </form>
        """;

    internal string Show(bool refused) => Html.Replace("{aviso}", refused ? WebUtility.HtmlEncode(Refusal) : "", StringComparison.Ordinal);

    internal bool Accepts(SiteRequest request) => request.Form.GetValueOrDefault("usuario") == User && request.Form.GetValueOrDefault("senha") == Password;

    /// <summary>Everything but the password.</summary>
    public override string ToString() => $"{nameof(SignInPage)} {Path} ({User})";
}
