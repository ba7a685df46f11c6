using Scriban.Functions;
using Scriban.Runtime;

namespace BotPhone.Documents.Names;

/// <summary>Scriban's functions that a template may call.</summary>
internal static class KeyFunctions
{
    public const string Group = "string";

    public static IReadOnlyList<string> Names { get; } = ["contains", "ends_with", "replace", "slice", "starts_with"];

    public static ScriptObject Create()
    {
        var functions = new ScriptObject();
        functions.Import(typeof(StringFunctions), member => Names.Contains(StandardMemberRenamer.Rename(member)));
        return new ScriptObject { [Group] = functions };
    }
}
