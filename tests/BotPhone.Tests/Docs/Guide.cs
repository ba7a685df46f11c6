namespace BotPhone.Tests.Docs;

/// <summary>A fenced block of a Markdown file, and the line where it begins.</summary>
internal sealed record Block(string Language, string Text, int Line);

/// <summary>A block to run, and the block below it, which says what it shows; without one it must show nothing.</summary>
internal sealed record Snippet(Block Code, Block? Shows);

/// <summary>Reads the snippets of a guide in their order.</summary>
internal static class Guide
{
    private const string Fence = "```";

    public static IReadOnlyList<Snippet> Snippets(string markdown)
    {
        var snippets = new List<Snippet>();
        foreach (var block in Blocks(markdown))
        {
            if (block.Language is "bash" or "js") snippets.Add(new Snippet(block, null));
            else if (block.Language is not ("json" or "http" or "text")) throw new FormatException($"Line {block.Line}: nobody knows how to run '{block.Language}'.");
            else if (snippets is [.., { Shows: null }]) snippets[^1] = snippets[^1] with { Shows = block };
            else throw new FormatException($"Line {block.Line}: this block is what no snippet shows.");
        }

        return snippets;
    }

    private static IEnumerable<Block> Blocks(string markdown)
    {
        var lines = markdown.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].Contains(Fence, StringComparison.Ordinal)) continue;
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal)) throw new FormatException($"Line {i + 1}: a block begins at the beginning of a line.");
            var (language, start) = (lines[i][Fence.Length..], i + 1);
            while (lines[++i] != Fence)
            {
                // Until the fence that closes.
            }

            yield return new Block(language, string.Join('\n', lines[start..i]), start);
        }
    }
}
