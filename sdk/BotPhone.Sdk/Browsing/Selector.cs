using System.Text.Json.Serialization;
using OpenQA.Selenium;

namespace BotPhone.Sdk;

/// <summary>
/// Where an element is, and what to call it before a user. Belongs in <c>operator.json</c>, since portals change:
/// <c>{ "Name": "botão Entrar", "Css": "button[type=submit]" }</c>.
/// </summary>
public sealed record Selector : IJsonOnDeserialized
{
    /// <summary>What a user would call the element, in Portuguese; it stands in logs and errors.</summary>
    public required string Name { get; init; }

    /// <summary>A CSS selector; either this or <see cref="XPath"/>.</summary>
    public string? Css { get; init; }

    /// <summary>An XPath expression, relative (<c>.//a</c>) when it is used inside a row; either this or <see cref="Css"/>.</summary>
    public string? XPath { get; init; }

    internal By By => Css is not null ? By.CssSelector(Css) : By.XPath(XPath ?? "");

    /// <summary>The selector of one thing among many: with a value in the place of a mark, in the expression and in the name.</summary>
    /// <param name="mark">What stands in <c>operator.json</c>, for example <c>{cnpj}</c>.</param>
    /// <param name="value">What takes its place, as the portal writes it.</param>
    public Selector With(string mark, string value) => this with
    {
        Name = Name.Replace(mark, value, StringComparison.Ordinal),
        Css = Css?.Replace(mark, value, StringComparison.Ordinal),
        XPath = XPath?.Replace(mark, value, StringComparison.Ordinal),
    };

    /// <summary>The name and the expression, as errors show them.</summary>
    public override string ToString() => $"'{Name}' ({Css ?? XPath})";

    void IJsonOnDeserialized.OnDeserialized()
    {
        if (Css is null == XPath is null)
            throw new InvalidOperationException($"The selector '{Name}' needs either Css or XPath.");
    }
}
