namespace BotPhone.Tests.Kit;

/// <summary>Tests that run five jobs at a time run one after another: five browsers are as many as a small machine bears.</summary>
[CollectionDefinition(Name)]
public sealed class OneCrowdAtATime
{
    public const string Name = "crowd";
}
