using Microsoft.OpenApi;

namespace BotPhone.Api;

/// <summary>The groups of operations, in the order in which they are shown.</summary>
internal static class ApiTags
{
    public const string Submit = "Executar";
    public const string Jobs = "Jobs";
    public const string Live = "Tempo real";
    public const string Files = "Arquivos";
    public const string Operators = "Operadoras";
    public const string System = "Sistema";

    private static readonly (string Name, string Description)[] All =
    [
        (Submit, "Envie um job: um endereço para cada operadora carregada, com os campos que ela pede"),
        (Jobs, "Acompanhe os jobs: estado, progresso, log, resultado"),
        (Live, "Receba as novidades assim que acontecem"),
        (Files, "Baixe as faturas já conferidas"),
        (Operators, "Veja quem atende, e o que não pôde ser carregado"),
        (System, "Saúde do servidor, token e esta documentação"),
    ];

    /// <summary>Those in use; one that is not listed above comes last, without words.</summary>
    public static IEnumerable<OpenApiTag> Of(OpenApiDocument document)
    {
        var used = document.Paths.Values.SelectMany(path => path.Operations!.Values).SelectMany(operation => operation.Tags!).Select(tag => tag.Name!).ToHashSet();
        return All.Where(tag => used.Remove(tag.Name)).Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description })
            .Concat(used.Select(name => new OpenApiTag { Name = name }));
    }
}
