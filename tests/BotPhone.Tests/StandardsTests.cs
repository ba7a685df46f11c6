using System.Text.RegularExpressions;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests;

/// <summary>Conventions that matter.</summary>
public partial class StandardsTests
{
    private static readonly string[] Operators = ["OI", "VIVO", "EMBRATEL", "DIGITALNET", "SAT"];

    /// <summary>A feature knows the jobs' types, the shape of errors and the SDK; never another feature's insides.</summary>
    [Fact]
    public void Features_KnowOnlyTheJobsAndTheApi()
    {
        string[] composition = ["Hosting", "Api"];
        var faults = Sources("engine")
            .Where(file => !composition.Contains(FeatureOf(file)) && FeatureOf(file) != "Program.cs")
            .SelectMany(file => Imports().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value), (file, import) => (file, import))
            .Where(use => use.import != FeatureOf(use.file) && use.import is not ("Jobs" or "Api" or "Hosting" or "Invoices" or "Sdk"));
        Assert.Empty(faults);
    }

    [Fact]
    public void Engine_NamesNoOperator() => Assert.Empty(
        from file in Sources("engine").Concat(Sources("sdk"))
        where !file.EndsWith("ErrorCode.cs", StringComparison.Ordinal)
        from name in Operators
        where Regex.IsMatch(File.ReadAllText(file), $@"""{name}""|\b{name}Operator\b")
        select (file, name));

    [Fact]
    public void Sdk_KnowsNothingOfTheEngine() =>
        Assert.DoesNotContain(Sources("sdk"), file => Imports().Matches(File.ReadAllText(file)).Any(match => match.Groups[1].Value is not ("Invoices" or "Sdk")));

    /// <summary>An operator never knows that its portal is simulated.</summary>
    [Fact]
    public void Plugins_KnowNothingOfTheSimulator() => Assert.Empty(
        from file in Directory.GetFiles(Path.Combine(Repository.Root, "plugins"), "*", SearchOption.AllDirectories)
        from word in (string[])["__sim", "simul", .. Operators.Select(name => $"Sim{name}"), "127.0.0.1", "localhost"]
        where File.ReadAllText(file).Contains(word, StringComparison.OrdinalIgnoreCase)
        select (file, word));

    /// <summary>What the SDK's README shows is an operator that is built and loaded here.</summary>
    [Theory]
    [InlineData("ClaroOperator.cs", "[Operator(")]
    [InlineData("operator.json", "{")]
    public void SdkReadme_ShowsWhatIsBuilt(string file, string from)
    {
        var built = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Plugins", "Claro", file));
        Assert.Contains(built[built.IndexOf(from, StringComparison.Ordinal)..].TrimEnd(), File.ReadAllText(Path.Combine(Repository.Root, "sdk", "BotPhone.Sdk", "README.md")), StringComparison.Ordinal);
    }

    /// <summary>What the authors' guide shows in C# is built here, too.</summary>
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.pt-BR.md")]
    public void AuthorsGuide_ShowsWhatIsBuilt(string page)
    {
        string[] folders = ["tests/Plugins/Claro", "sdk/BotPhone.Templates/content", "plugins/Vivo"];
        var built = string.Concat(folders.SelectMany(Sources).Select(File.ReadAllText));
        var shown = CSharp().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "operators", page))).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(shown);
        Assert.All(shown, snippet => Assert.Contains(snippet, built, StringComparison.Ordinal));
    }

    [Fact]
    public void Sources_AreSmall()
    {
        var lengths = Sources("engine").Concat(Sources("sdk")).Concat(Sources("plugins")).Select(file => File.ReadAllLines(file).Length).Order().ToList();
        Assert.InRange(lengths[lengths.Count / 2], 1, 60);
        Assert.InRange(lengths[lengths.Count * 9 / 10], 1, 140);
        Assert.InRange(lengths[^1], 1, 400);
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories);

    private static string FeatureOf(string file) => Path.GetRelativePath(Path.Combine(Repository.Root, "engine"), file).Split(Path.DirectorySeparatorChar)[0];

    [GeneratedRegex("```csharp\\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();

    [GeneratedRegex(@"^using BotPhone\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Imports();
}
