using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Authors;

/// <summary>Where an author works who has nothing of this checkout but its packages.</summary>
public sealed class Workshop : IAsyncLifetime, IDisposable
{
    /// <summary>One that was never published, so that no machine knows other packages by it.</summary>
    public const string Version = "0.1.0-author";

    private readonly TemporaryFolder _folder = new();

    internal TemporaryFolder Folder => _folder;

    public string Feed => _folder.File("feed");

    /// <summary>The solution that the template has made.</summary>
    public string Solution => _folder.File("Claro");

    public async Task InitializeAsync()
    {
        // What is built is packed as it is: others run it meanwhile.
        foreach (var package in new[] { "BotPhone.Sdk", "BotPhone.Invoices", "BotPhone.Sdk.Testing" }) await PackAsync(package, "--no-build");
        await PackAsync("BotPhone.Templates");
        await File.WriteAllTextAsync(_folder.File("NuGet.config"),
            $"""
            <configuration>
              <packageSources><add key="author" value="{Feed}" /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{MachinePackages}" /></fallbackPackageFolders>
            </configuration>
            """);
        await DotnetAsync("new", "install", Path.Combine(Feed, $"BotPhone.Templates.{Version}.nupkg"), "--debug:custom-hive", _folder.File("hive"));
        await DotnetAsync("new", "botphone-operator", "-n", "Claro", "-o", Solution, "--debug:custom-hive", _folder.File("hive"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs a command that must succeed.</summary>
    /// <returns>What it said.</returns>
    public async Task<string> DotnetAsync(params string[] arguments)
    {
        var ending = await Command.RunAsync("dotnet", arguments, "", new Dictionary<string, string>
        {
            ["NUGET_PACKAGES"] = _folder.File("packages"),
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        });
        Assert.True(ending.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{ending.Output}{ending.Error}");
        return ending.Output;
    }

    private Task<string> PackAsync(string package, params string[] more) => DotnetAsync(
        ["pack", Path.Combine(Repository.Root, "sdk", package), "-c", Repository.Configuration, "-o", Feed, $"-p:Version={Version}", .. more]);

    private static string MachinePackages => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
