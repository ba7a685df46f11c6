using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BotPhone.PortalSimulator.Oi;

/// <summary>The pages of one skin. The classes of the list are drawn anew at each start.</summary>
internal sealed partial class OiSkinFiles
{
    private readonly string _folder;
    private readonly Dictionary<string, string> _classes = [];
    private readonly Lock _lock = new();

    public OiSkinFiles(OiSkin skin)
    {
        _folder = $"Oi/Pages/{skin}/";
        Texts = JsonSerializer.Deserialize<OiTexts>(Embedded.Text(_folder + "texts.json"), JsonSerializerOptions.Web)!;
    }

    public OiTexts Texts { get; }

    /// <summary>A page with its <c>%%marks%%</c> filled in.</summary>
    public string Page(string file, params (string Mark, string Value)[] values) =>
        values.Aggregate(Style(file), (html, one) => html.Replace($"%%{one.Mark}%%", WebUtility.HtmlEncode(one.Value), StringComparison.Ordinal));

    /// <summary>A page into which a part, itself a page, goes unencoded.</summary>
    public string PageWith(string file, string mark, string part, params (string Mark, string Value)[] values) =>
        Page(file, values).Replace($"%%{mark}%%", part, StringComparison.Ordinal);

    /// <summary>A file whose only marks are random classes.</summary>
    public string Style(string file) => ClassMark().Replace(Embedded.Text(_folder + file), match => Class(match.Groups[1].Value));

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
