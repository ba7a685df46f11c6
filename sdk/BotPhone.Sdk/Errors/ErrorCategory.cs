namespace BotPhone.Sdk;

/// <summary>Where a failure lies, as a client reads it at the beginning of a job's <c>error</c>.</summary>
public enum ErrorCategory
{
    /// <summary>"Erro de autenticação na operadora": signing in, or the account itself.</summary>
    Authentication,

    /// <summary>"Erro de navegação web": the portal, its pages, what they list.</summary>
    Navigation,

    /// <summary>"Erro de timeout": something took longer than its limit.</summary>
    Timeout,

    /// <summary>"Erro de processamento de arquivo": the file that came, or its storage.</summary>
    File,

    /// <summary>"Erro interno": the server or the operator's own code.</summary>
    Internal,
}
