using BotPhone.Tests.Kit;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("BotPhone.Tests.Kit." + nameof(LongestFirst), "BotPhone.Tests")]

namespace BotPhone.Tests.Kit;

/// <summary>Begins with the tests that run one after another, so that in the end nothing waits for them alone.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderByDescending(collection => collection.CollectionDefinition is not null);
}
