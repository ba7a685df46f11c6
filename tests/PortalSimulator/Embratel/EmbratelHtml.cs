using System.Net.Mime;
using System.Text;
using System.Text.RegularExpressions;

namespace BotPhone.PortalSimulator.Embratel;

/// <summary>Sends pages and pieces of pages in ISO-8859-1, without the parts that T13 takes away or with other names on them.</summary>
internal sealed partial class EmbratelHtml(EmbratelPortal embratel)
{
    public const string ContentType = MediaTypeNames.Text.Html + "; charset=ISO-8859-1";

    /// <param name="html">With its parts between marks such as <c>&lt;!--parte:mes--&gt;</c> and <c>&lt;!--/parte:mes--&gt;</c>.</param>
    /// <param name="login">Who gets it, or null before sign-in.</param>
    public IResult Send(string html, string? login) => Results.Bytes(Bytes(html, login), ContentType);

    public byte[] Bytes(string html, string? login) => Encoding.Latin1.GetBytes(Changed(html, login));

    private string Changed(string html, string? login) => Part().Replace(html, match =>
    {
        var part = Changed(match.Groups["part"].Value, login);
        return embratel.Troubles.Take("T13", login, one => one.Element == match.Groups["name"].Value)?.Variant switch
        {
            null => part,
            "renomeado" => Word().Replace(Name().Replace(part, ""), match => match.Groups["before"].Value + "Outro"),
            _ => "",
        };
    });

    [GeneratedRegex("<!--parte:(?<name>\\w+)-->(?<part>.*?)<!--/parte:\\k<name>-->", RegexOptions.Singleline)]
    private static partial Regex Part();

    [GeneratedRegex(" (id|class)=\"[^\"]*\"")]
    private static partial Regex Name();

    [GeneratedRegex("(?<before>>|value=\")(?=[^<>\"]*\\w)[^<>\"]+")]
    private static partial Regex Word();
}
