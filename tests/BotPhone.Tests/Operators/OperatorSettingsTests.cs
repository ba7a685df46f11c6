using System.Text;
using BotPhone.Operators;
using Microsoft.Extensions.Configuration;

namespace BotPhone.Tests.Operators;

public sealed class OperatorSettingsTests
{
    private const string Json = """
        {
          // Comments and trailing commas are fine.
          "Address": "https://a.example/",
          "Patience": "00:00:10",
          "Pages": 3,
          "Strict": true,
          "Names": [ "a", "b" ],
          "Inner": { "Name": "x", "Count": 1 },
        }
        """;

    [Fact]
    public void Read_FileAlone_IsTheFile()
    {
        var settings = Read([]);
        Assert.Equal((new Uri("https://a.example/"), TimeSpan.FromSeconds(10), 3, true), (settings.Address, settings.Patience, settings.Pages, settings.Strict));
        Assert.Equal(["a", "b"], settings.Names);
        Assert.Equal(new Inner("x", 1), settings.Inner);
    }

    [Fact]
    public void Read_ConfigurationOverIt_WinsValueByValue()
    {
        var settings = Read(new()
        {
            ["Operators:Settings:X:address"] = "https://b.example/",
            ["Operators:Settings:X:Pages"] = "7",
            ["Operators:Settings:X:Strict"] = "false",
            ["Operators:Settings:X:Names:0"] = "c",
            ["Operators:Settings:X:Inner:Count"] = "2",
        });
        Assert.Equal((new Uri("https://b.example/"), 7, false), (settings.Address, settings.Pages, settings.Strict));
        Assert.Equal(["c"], settings.Names);
        Assert.Equal(new Inner("x", 2), settings.Inner);
    }

    private static Settings Read(Dictionary<string, string?> configuration)
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(configuration).Build().GetSection("Operators:Settings:X");
        return (Settings)OperatorSettings.Read(typeof(Settings), Encoding.UTF8.GetBytes(Json), section).Values!;
    }

    private sealed record Settings
    {
        public required Uri Address { get; init; }

        public TimeSpan Patience { get; init; }

        public int Pages { get; init; }

        public bool Strict { get; init; }

        public IReadOnlyList<string> Names { get; init; } = [];

        public required Inner Inner { get; init; }
    }

    private sealed record Inner(string Name, int Count);
}
