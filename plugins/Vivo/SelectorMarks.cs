using BotPhone.Sdk;

namespace BotPhone.Operators.Vivo;

internal static class SelectorMarks
{
    /// <summary>The selector with a value in the place of its mark, such as <c>{cnpj}</c>.</summary>
    public static Selector With(this Selector selector, string mark, string value) => selector with
    {
        Css = selector.Css?.Replace(mark, value, StringComparison.Ordinal),
        XPath = selector.XPath?.Replace(mark, value, StringComparison.Ordinal),
    };
}
