using System.Text.Json.Serialization;

namespace BotPhone.Sdk;

/// <summary>
/// Where the rows of a list are. Either a table, read by its headings: <c>{ "Table": { … } }</c>; or cards, each with its fields:
/// <c>{ "Card": { … }, "Fields": { "Conta": { … } } }</c>. Either way a row's values are had by name.
/// </summary>
public sealed record RowLayout : IJsonOnDeserialized
{
    /// <summary>The <c>table</c> element; either this or <see cref="Card"/>.</summary>
    public Selector? Table { get; init; }

    /// <summary>What every card matches; either this or <see cref="Table"/>.</summary>
    public Selector? Card { get; init; }

    /// <summary>Where the values are inside a card (relative expressions), by the names under which they are read.</summary>
    public IReadOnlyDictionary<string, Selector> Fields { get; init; } = new Dictionary<string, Selector>();

    /// <summary>What shows that the list is there: the table, or a card.</summary>
    [JsonIgnore]
    public Selector Place => Table ?? Card ?? throw new InvalidOperationException("A list needs either Table or Card.");

    void IJsonOnDeserialized.OnDeserialized()
    {
        if (Table is null == Card is null) throw new InvalidOperationException("A list needs either Table or Card.");
        if (Card is not null && Fields.Count == 0) throw new InvalidOperationException($"The cards '{Card.Name}' need Fields.");
    }
}
