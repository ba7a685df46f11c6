using Scriban.Parsing;

namespace BotPhone.Documents.Names;

/// <summary>A template of keys that does not serve; the message, in Portuguese, says where it is wrong, and why.</summary>
internal sealed class KeyTemplateException(int line, int column, string reason)
    : Exception($"não serve (linha {line}, coluna {column}): {reason}")
{
    public KeyTemplateException(TextPosition position, string reason)
        : this(position.Line + 1, position.Column + 1, reason)
    {
    }
}
