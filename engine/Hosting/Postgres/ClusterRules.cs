namespace BotPhone.Hosting;

/// <summary>What nodes must have in common, besides the database: a node that keeps it for itself would not find what another has left.</summary>
internal static class ClusterRules
{
    /// <exception cref="StartupException">Something is missing.</exception>
    public static void Check(IConfiguration configuration)
    {
        if (!ClusterOptions.Of(configuration).IsPostgres) return;
        Require(configuration["Auth:Secret"] is not null, "Auth:Secret: em um cluster todos os nós precisam do mesmo segredo, para que um token valha em todos");
        Require(
            configuration["Secrets:Certificate"] is not null || configuration["Secrets:Key"] is not null,
            "Secrets:Certificate: em um cluster as chaves ficam no banco, protegidas por um certificado (ou por Secrets:Key) que todos os nós têm");
        Require(configuration["Artifacts:Provider"] == "s3", "Artifacts:Provider: em um cluster as faturas ficam em um armazenamento que todos os nós alcançam: use s3");
    }

    /// <summary>Refuses a command that is for the files of one server.</summary>
    /// <param name="instead">What to do in a cluster.</param>
    /// <exception cref="StartupException">There is a cluster.</exception>
    public static void RefuseCommand(IConfiguration configuration, string instead)
    {
        if (ClusterOptions.Of(configuration).IsPostgres) throw new StartupException($"Este comando é para um servidor só, com os próprios arquivos. Em um cluster, {instead}");
    }

    private static void Require(bool holds, string rule)
    {
        if (!holds) throw new StartupException(rule);
    }
}
