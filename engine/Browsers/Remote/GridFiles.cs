using BotPhone.Sdk;

namespace BotPhone.Browsers.Remote;

/// <summary>What a session on a Grid has downloaded.</summary>
/// <param name="grid">The Grid.</param>
/// <param name="session">The session.</param>
/// <param name="folder">The Grid's folder for it.</param>
internal sealed class GridFiles(BrowserGrid grid, string session, string folder) : IBrowserFiles
{
    private const int Piece = 80 * 1024;

    public string Folder => folder;

    public async Task FetchAsync(string path, string destination, long maxBytes, CancellationToken cancellation)
    {
        try
        {
            using var answer = await grid.GetFileAsync(session, NameOf(path), cancellation);
            await using var content = await answer.Content.ReadAsStreamAsync(cancellation);
            await using var file = File.Create(destination);
            var piece = new byte[Piece];
            for (int read; file.Length <= maxBytes && (read = await content.ReadAsync(piece, cancellation)) > 0;) await file.WriteAsync(piece.AsMemory(0, read), cancellation);
        }
        catch (HttpRequestException exception)
        {
            throw new IOException(exception.Message, exception);
        }
    }

    /// <summary>Removes all of them.</summary>
    /// <exception cref="HttpRequestException">The Grid does not do it.</exception>
    public Task EraseAsync() => grid.EraseFilesAsync(session);

    /// <summary>The folder of a file on a machine of any system.</summary>
    public static string FolderOf(string path) => path[..path.LastIndexOfAny(['/', '\\'])];

    private static string NameOf(string path) => path[(FolderOf(path).Length + 1)..];
}
