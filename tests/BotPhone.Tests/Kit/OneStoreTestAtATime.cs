namespace BotPhone.Tests.Kit;

/// <summary>Tests with the S3 server: some kill it, and some measure memory, for which nothing else may run.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneStoreTestAtATime : ICollectionFixture<S3Server>
{
    public const string Name = "stores";
}
