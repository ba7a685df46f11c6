namespace BotPhone.Sdk;

// The scripts that run in the page, read once from the assembly.
internal static class PageScript
{
    public static string Seen { get; } = Read("find.js") + Read("seen.js");

    public static string Signs { get; } = Read("find.js") + Read("signs.js");

    public static string Rows { get; } = Read("find.js") + Read("rows.js");

    public static string Change { get; } = Read("change.js");

    public static string Fill { get; } = Read("fill.js");

    public static string SetValue { get; } = Read("set-value.js");

    public static string Blank { get; } = Read("blank.js");

    public static string Aim { get; } = Read("aim.js");

    public static string Hit { get; } = Read("hit.js");

    private static string Read(string name)
    {
        using var stream = typeof(PageScript).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
