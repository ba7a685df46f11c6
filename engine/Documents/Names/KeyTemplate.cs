using BotPhone.Sdk;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace BotPhone.Documents.Names;

/// <summary>A template of the keys of documents, in the language of Scriban.</summary>
internal sealed class KeyTemplate
{
    private const int DeepestExpression = 20;
    private const int LongestText = 4096;

    private readonly Template _template;

    private KeyTemplate(Template template) => _template = template;

    /// <exception cref="KeyTemplateException">It is not written as it must be, or makes keys that no store would take.</exception>
    public static KeyTemplate Parse(string text)
    {
        var template = Template.Parse(text, parserOptions: new ParserOptions { ExpressionDepthLimit = DeepestExpression });
        if (template.Messages.FirstOrDefault(message => message.Type == ParserMessageType.Error) is { } error) throw KeyTemplateSyntax.Fault(text, error.Span.Start);
        KeyTemplateSyntax.Check(text, template.Page!);
        var parsed = new KeyTemplate(template);
        foreach (var sample in KeyVariables.Samples)
        {
            var output = parsed.Write(sample);
            Check(output, output.Key);
        }

        return parsed;
    }

    /// <exception cref="KeyTemplateException">Of these values it makes no key.</exception>
    public StorageKey Render(IReadOnlyDictionary<string, string> variables)
    {
        var output = Write(variables);
        var key = KeyRules.WithoutDevices(output.Key);
        Check(output, key);
        return StorageKey.Parse(key);
    }

    private static void Check(KeyOutput output, string key)
    {
        if (KeyRules.FaultOf(key) is var (at, reason)) throw new KeyTemplateException(output.PositionOf(at), reason);
    }

    private KeyOutput Write(IReadOnlyDictionary<string, string> variables)
    {
        var context = new TemplateContext(KeyFunctions.Create())
        {
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            LimitToString = LongestText,
            LoopLimit = LongestText,
            RecursiveLimit = DeepestExpression,
        };
        var globals = new ScriptObject();
        foreach (var (name, value) in variables) globals[name] = value;
        context.PushGlobal(globals);
        var output = new KeyOutput(context);
        context.PushOutput(output);
        try
        {
            _template.Render(context);
            return output;
        }
        catch (ScriptRuntimeException exception)
        {
            throw new KeyTemplateException(exception.Span.Start, "a expressão não pode ser calculada");
        }
    }
}
