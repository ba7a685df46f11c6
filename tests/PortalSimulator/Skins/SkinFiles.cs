using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BotPhone.PortalSimulator.Skins;

/// <summary>The pages of one skin of a portal, in <c>{Portal}/Pages/{A|B}</c>. The classes marked <c>%%c:name%%</c> are drawn anew at each start.</summary>
internal sealed partial class SkinFiles(string portal, Skin skin)
{
    private readonly string _folder = $"{portal}/Pages/{skin}/";
    private readonly Dictionary<string, string> _classes = [];
    private readonly Lock _lock = new();

    /// <summary>The words that are not in the pages (<c>texts.json</c>).</summary>
    public T Texts<T>() => JsonSerializer.Deserialize<T>(Embedded.Text(_folder + "texts.json"), JsonSerializerOptions.Web)!;

    /// <summary>A page with its <c>%%marks%%</c> filled in.</summary>
    public string Page(string file, params (string Mark, string Value)[] values) =>
        values.Aggregate(Style(file), (html, one) => html.Replace($"%%{one.Mark}%%", WebUtility.HtmlEncode(one.Value), StringComparison.Ordinal));

    /// <summary>A page into which a part, itself a page, goes unencoded.</summary>
    public string PageWith(string file, string mark, string part, params (string Mark, string Value)[] values) =>
        Page(file, values).Replace($"%%{mark}%%", part, StringComparison.Ordinal);

    /// <summary>A file whose only marks are random classes.</summary>
    public string Style(string file) => ClassMark().Replace(Embedded.Text(_folder + file), match => Class(match.Groups[1].Value));

    /// <summary>A script of the portal's (<c>{Portal}/Pages/App</c>), or one that portals share; null when there is none.</summary>
    public byte[]? Script(string file) => Embedded.TryBytes($"{portal}/Pages/App/{file}.js") ?? Embedded.TryBytes($"Skins/Pages/{file}.js");

    private string Class(string name)
    {
        lock (_lock)
        {
            if (!_classes.TryGetValue(name, out var drawn))
                _classes[name] = drawn = "x" + RandomNumberGenerator.GetHexString(7, lowercase: true);
            return drawn;
        }
    }

    [GeneratedRegex("%%c:(\\w+)%%")]
    private static partial Regex ClassMark();
}
