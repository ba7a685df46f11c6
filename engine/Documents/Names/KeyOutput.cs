using System.Text;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace BotPhone.Documents.Names;

/// <summary>What a template wrote, and where in the template each part of it comes from.</summary>
internal sealed class KeyOutput(TemplateContext context) : IScriptOutput
{
    private readonly StringBuilder _key = new();
    private readonly List<Piece> _pieces = [];

    public string Key => _key.ToString();

    public void Write(string text, int offset, int count)
    {
        var piece = context.CurrentNode is ScriptRawStatement raw
            ? new Piece(_key.Length, raw.Span.Start, IsText: true)
            // Scriban does not say where an expression is: behind the text before it.
            : new Piece(_key.Length, PositionOf(_key.Length), IsText: false);
        _pieces.Add(piece);
        _key.Append(text, offset, count);
    }

    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return ValueTask.CompletedTask;
    }

    /// <summary>Where in the template a character of the key comes from.</summary>
    public TextPosition PositionOf(int at)
    {
        if (_pieces.FindLast(piece => piece.Start <= at) is not { } piece) return new TextPosition(0, 0, 0);
        return piece.IsText ? new TextPosition(piece.Position.Offset, piece.Position.Line, piece.Position.Column + at - piece.Start) : piece.Position;
    }

    private sealed record Piece(int Start, TextPosition Position, bool IsText);
}
