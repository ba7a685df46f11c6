using System.Text;
using BotPhone.Jobs;

namespace BotPhone.Documents;

/// <summary>What is kept of a page on which a job failed: a report, the picture, and the page's source.</summary>
internal static class EvidenceFiles
{
    private const string Prefix = "evidencias";

    public static IEnumerable<(string Name, ReadOnlyMemory<byte> Content)> Of(FailedPage page)
    {
        yield return ("relato.txt", Encoding.UTF8.GetBytes(Report(page)));
        if (page.Page.Screenshot.Length > 0) yield return ("tela.png", page.Page.Screenshot);
        yield return ("pagina.html", Encoding.UTF8.GetBytes(page.Page.Source));
    }

    public static string KeyOf(Guid job, string name) => $"{Prefix}/{job}/{name}";

    /// <summary>Whether a key is of evidence.</summary>
    public static bool Owns(string key) => key.StartsWith($"{Prefix}/", StringComparison.Ordinal);

    /// <summary>Reads a key.</summary>
    public static bool TryParse(string key, out Guid job, out string name)
    {
        (job, name) = (Guid.Empty, "");
        if (key.Split('/') is not [Prefix, var id, var file] || !Guid.TryParse(id, out job)) return false;
        name = file;
        return true;
    }

    private static string Report(FailedPage seen)
    {
        var report = new StringBuilder()
            .AppendLine($"Código: {seen.Code}")
            .AppendLine($"Erro: {seen.Error}")
            .AppendLine($"Passo: {seen.Doing}")
            .AppendLine($"Última ação no portal: {seen.Page.Step}")
            .AppendLine($"Endereço: {seen.Page.Address}")
            .AppendLine()
            .AppendLine("Mensagens do console da página:");
        if (seen.Page.Console.Count == 0) report.AppendLine("(nenhuma)");
        foreach (var message in seen.Page.Console) report.AppendLine(message.ReplaceLineEndings(" "));
        return report.ToString();
    }
}
