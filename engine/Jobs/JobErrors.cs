using BotPhone.Sdk;

namespace BotPhone.Jobs;

/// <summary>What a client reads when a job fails: the category, what happened, what to do.</summary>
internal static class JobErrors
{
    public static string Text(OperatorException failure) => $"{Category(failure.Code.Category)}: {failure.Message.TrimEnd('.', ' ')}. {failure.Code.Advice}.";

    private static string Category(ErrorCategory category) => category switch
    {
        ErrorCategory.Authentication => "Erro de autenticação na operadora",
        ErrorCategory.Navigation => "Erro de navegação web",
        ErrorCategory.Timeout => "Erro de timeout",
        ErrorCategory.File => "Erro de processamento de arquivo",
        _ => "Erro interno",
    };
}
