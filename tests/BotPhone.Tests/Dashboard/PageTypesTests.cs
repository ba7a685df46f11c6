using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Dashboard;

/// <summary>What the page takes the API for.</summary>
public sealed class PageTypesTests
{
    /// <summary>Those of the example are compared with the server's own document.</summary>
    [Fact]
    public void Types_AreThoseOfTheExample() => Assert.Equal(
        File.ReadAllText(Path.Combine(Repository.Root, "examples", "web", "src", "api.d.ts")),
        File.ReadAllText(Path.Combine(Repository.Root, "engine", "Dashboard", "Page", "src", "server", "api.d.ts")));
}
