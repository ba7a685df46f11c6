using System.Text;
using BotPhone.Documents.Stores;
using BotPhone.Hosting;
using BotPhone.Jobs;
using BotPhone.Sdk;

namespace BotPhone.Documents;

/// <summary>What pages were like when jobs failed: a folder for each job under <c>Data:Path</c>, with the picture, the page's source and a report.</summary>
internal sealed class EvidenceStore(DataFolder data, ILogger<EvidenceStore> log) : IEvidence
{
    private const string Prefix = "evidencias";
    private readonly string _root = Directory.CreateDirectory(data.File("evidence")).FullName;

    public async Task<IReadOnlyList<string>> KeepAsync(Guid jobId, FailedPage page)
    {
        try
        {
            Directory.CreateDirectory(FolderOf(jobId));
            List<string> keys = [await WriteAsync(jobId, "relato.txt", Encoding.UTF8.GetBytes(Report(page)))];
            if (page.Page.Screenshot.Length > 0) keys.Add(await WriteAsync(jobId, "tela.png", page.Page.Screenshot));
            keys.Add(await WriteAsync(jobId, "pagina.html", Encoding.UTF8.GetBytes(page.Page.Source)));
            return keys;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            DocumentsLog.EvidenceLost(log, exception, jobId);
            return [];
        }
    }

    public void Remove(Guid jobId)
    {
        if (Directory.Exists(FolderOf(jobId))) Directory.Delete(FolderOf(jobId), recursive: true);
    }

    public async Task RemoveOrphansAsync(Func<Guid, ValueTask<bool>> exists)
    {
        foreach (var folder in Directory.EnumerateDirectories(_root))
            if (Guid.TryParse(Path.GetFileName(folder), out var id) && !await exists(id)) Remove(id);
    }

    /// <summary>Whether a key is of evidence.</summary>
    public static bool Owns(string key) => key.StartsWith($"{Prefix}/", StringComparison.Ordinal);

    /// <summary>A kept file, or null when there is none.</summary>
    public StoredContent? Open(StorageKey key) =>
        key.Value.Split('/') is [Prefix, var job, var file] && Guid.TryParse(job, out var id) ? StoredContent.Of(Path.Combine(FolderOf(id), file)) : null;

    private async Task<string> WriteAsync(Guid jobId, string name, ReadOnlyMemory<byte> content)
    {
        await File.WriteAllBytesAsync(Path.Combine(FolderOf(jobId), name), content);
        return $"{Prefix}/{jobId}/{name}";
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

    private string FolderOf(Guid jobId) => Path.Combine(_root, jobId.ToString());
}
