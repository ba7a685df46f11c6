using BotPhone.Sdk;

namespace Claro;

public sealed record ClaroSettings
{
    public required Uri Address { get; init; }

    public required Selector User { get; init; }

    public required Selector Password { get; init; }

    public required Selector SignIn { get; init; }

    public required Selector SignOut { get; init; }

    public required Selector DueDate { get; init; }

    public required Selector Pdf { get; init; }

    public required IReadOnlyList<Sign> Signs { get; init; }
}
