using System.Text.RegularExpressions;
using Scriban.Parsing;
using Scriban.Syntax;

namespace BotPhone.Documents.Names;

/// <summary>
/// Holds a template to what a name needs: variables, conditions and a few functions of text. Without loops, assignments, functions of its
/// own and other files, it ends, and the same invoice always has the same name.
/// </summary>
internal sealed partial class KeyTemplateSyntax(string text)
{
    private readonly List<ScriptEscapeStatement> _braces = [];

    /// <exception cref="KeyTemplateException">There is something else in it.</exception>
    public static void Check(string text, ScriptNode template)
    {
        var syntax = new KeyTemplateSyntax(text);
        syntax.Visit(template);
        // Scriban ends what is open at the end by itself.
        if (syntax._braces.MaxBy(braces => braces.Span.Start.Offset) is { IsEntering: true } open)
            throw new KeyTemplateException(open.Span.Start, "falta o '}}' deste '{{'");
    }

    /// <summary>What Scriban could not read; its own words for it are English and of its syntax.</summary>
    public static KeyTemplateException Fault(string text, TextPosition position)
    {
        if (Near(text, position.Offset) is { Length: > 0 } word && position != TextPosition.Eof) return new(position, $"a sintaxe está errada em '{word}'");
        var lines = text.Split('\n');
        return new(lines.Length, lines[^1].Length + 1, "a sintaxe está errada no fim");
    }

    // The word that stands at a place, or behind it; empty at the end.
    private static string Near(string text, int offset) => Word().Matches(text).FirstOrDefault(word => word.Index + word.Length > offset)?.Value ?? "";

    private void Visit(ScriptNode node)
    {
        if (node is ScriptEscapeStatement braces) _braces.Add(braces);
        if (FaultOf(node) is { } reason) throw new KeyTemplateException(node.Span.Start, reason);
        if (node is ScriptMemberExpression) return;
        for (var i = 0; i < node.ChildrenCount; i++)
            if (node.GetChildren(i) is { } child) Visit(child);
    }

    private string? FaultOf(ScriptNode node) => node switch
    {
        ScriptVariableGlobal variable => KeyVariables.Names.Contains(variable.Name)
            ? null
            : $"não existe a variável '{variable.Name}': há {string.Join(", ", KeyVariables.Names)}",
        ScriptMemberExpression { Target: ScriptVariableGlobal { Name: KeyFunctions.Group }, Member.Name: var name } when KeyFunctions.Names.Contains(name) => null,
        ScriptMemberExpression or ScriptFunctionCall { Target: not ScriptMemberExpression } =>
            $"não existe a função '{Near(text, node.Span.Start.Offset)}': há {string.Join(", ", KeyFunctions.Names.Select(name => $"{KeyFunctions.Group}.{name}"))}",
        ScriptBinaryExpression { Operator: ScriptBinaryOperator.CompareEqual or ScriptBinaryOperator.CompareNotEqual or ScriptBinaryOperator.And or ScriptBinaryOperator.Or } => null,
        ScriptUnaryExpression { Operator: ScriptUnaryOperator.Not } => null,
        ScriptPage or ScriptBlockStatement or ScriptList or ScriptEscapeStatement or ScriptRawStatement or ScriptExpressionStatement or ScriptLiteral or ScriptNestedExpression
            or ScriptPipeCall or ScriptFunctionCall or ScriptIfStatement or ScriptElseStatement or ScriptEndStatement or ScriptNopStatement or ScriptKeyword or ScriptToken => null,
        _ => $"não é permitido '{Near(text, node.Span.Start.Offset)}': só variáveis, if, comparações e funções de texto",
    };

    [GeneratedRegex("""[\w.'"]{1,40}|[^\w.'"\s]""")]
    private static partial Regex Word();
}
