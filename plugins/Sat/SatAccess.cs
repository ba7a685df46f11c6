using BotPhone.Sdk;

namespace BotPhone.Operators.Sat;

/// <summary>Who signs in, for all jobs: it comes from the settings, never from a request.</summary>
internal sealed record SatAccess(string Login, Secret Password)
{
    public static SatAccess Of(SatSettings settings) => new(
        settings.Login is { Length: > 0 } login ? login : throw Missing("Login"),
        settings.Password is { } password && password.Reveal().Length > 0 ? password : throw Missing("Senha"));

    private static OperatorException Missing(string name) =>
        new(ErrorCode.MissingData, $"falta o acesso ao SAT na configuração do servidor: Operators:Settings:SAT:{name}");
}
