using BotPhone.Sdk;

namespace BotPhone.Operators.Vivo;

/// <summary>The list of a service's invoices, and the menu that leads there.</summary>
public sealed record VivoListSettings
{
    /// <summary>What opens its entries when the mouse is over it.</summary>
    public required Selector Menu { get; init; }

    /// <summary>The entry of <see cref="Menu"/> that leads to the list.</summary>
    public required Selector Open { get; init; }

    /// <summary>The generations of the list: the one that is shown is read. Their columns have the same names.</summary>
    public required IReadOnlyList<RowLayout> Layouts { get; init; }

    public required VivoColumns Columns { get; init; }

    public required Selector NextPage { get; init; }

    /// <summary>The most pages of a list that are read.</summary>
    public int MaxPages { get; init; } = 200;

    /// <summary>What the page shows in the place of a list without invoices.</summary>
    public required Selector Empty { get; init; }

    /// <summary>How often a page whose list is empty is loaded again before it is believed; at least once, since that proves the session.</summary>
    public int EmptyReloads { get; init; } = 2;
}

/// <summary>A document, from the row's menu to the file. <c>{arquivo}</c> stands for <see cref="Title"/>.</summary>
public sealed record VivoFileSettings
{
    /// <summary>Inside a row: opens the menu of documents.</summary>
    public required Selector Menu { get; init; }

    /// <summary>The entry of the menu that is the invoice.</summary>
    public required Selector Document { get; init; }

    /// <summary>What the panel calls the file; <c>{conta}</c> and <c>{vencimento}</c> stand for the invoice's.</summary>
    public required string Title { get; init; }

    /// <summary>What the panel shows while the file is being prepared.</summary>
    public required Selector Preparing { get; init; }

    public required Selector Save { get; init; }

    /// <summary>What the panel offers when the file could not be prepared, or was not handed over.</summary>
    public required Selector Again { get; init; }

    /// <summary>How often <see cref="Again"/> is used before the portal is given up.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>How long a file is waited for.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);
}

/// <summary>The older portal.</summary>
public sealed record VivoOldSettings
{
    /// <summary>The CNPJ of the company whose invoices are shown.</summary>
    public required Selector Current { get; init; }

    public required Selector Period { get; init; }

    /// <summary>The longest option of <see cref="Period"/>.</summary>
    public required string WholePeriod { get; init; }

    public required Selector Search { get; init; }

    /// <summary>A table.</summary>
    public required RowLayout List { get; init; }

    public required VivoColumns Columns { get; init; }

    public required Selector Empty { get; init; }

    /// <summary>Inside a row of the list.</summary>
    public required Selector Download { get; init; }
}
