namespace BotPhone.Tests.Kit;

/// <summary>Tests that run several jobs at a time run one after another: their browsers are as many as a small machine bears.</summary>
[CollectionDefinition(Name)]
public sealed class OneCrowdAtATime
{
    public const string Name = "crowd";
}
