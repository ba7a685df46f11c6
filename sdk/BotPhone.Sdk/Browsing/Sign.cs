using System.Text.Json.Serialization;

namespace BotPhone.Sdk;

/// <summary>
/// What a page shows when something is wrong, and which failure that means. A portal watches for its signs whenever something
/// it waits for is not there (<see cref="Portal.Watch"/>); what matches no sign is never guessed.
/// </summary>
public sealed record Sign : IJsonOnDeserialized
{
    /// <summary>The failure that the sign means, by its stable name in <c>operator.json</c>.</summary>
    public required ErrorCode Code { get; init; }

    /// <summary>An element that must be visible, or <see langword="null"/> for any.</summary>
    public Selector? Element { get; init; }

    /// <summary>A text that the element (or, without one, the page) must show; white space is folded, case matters.</summary>
    public string? Text { get; init; }

    /// <summary>A part of the page's address.</summary>
    public string? Address { get; init; }

    /// <summary>The frame in which to look; <see langword="null"/> for the page itself.</summary>
    public Selector? Frame { get; init; }

    void IJsonOnDeserialized.OnDeserialized()
    {
        if (Element is null && string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Address))
            throw new InvalidOperationException($"The sign of {Code} needs an Element, a Text or an Address.");
    }
}
