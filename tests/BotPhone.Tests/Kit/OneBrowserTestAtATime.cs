namespace BotPhone.Tests.Kit;

/// <summary>Tests that start browsers run one after another: each of them may use the whole machine.</summary>
[CollectionDefinition(Name)]
public sealed class OneBrowserTestAtATime
{
    public const string Name = "browser";
}
