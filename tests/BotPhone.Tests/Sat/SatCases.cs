using System.Text.Json.Nodes;
using BotPhone.PortalSimulator.Sat;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Sat;

/// <summary>Every special case of the portal's data: sends all of them at once; each test waits for its own.</summary>
public sealed class SatCases : IAsyncLifetime
{
    private readonly Dictionary<string, string> _ids = [];

    internal static IReadOnlyDictionary<string, SatCase> All { get; } = typeof(SatData).GetProperties()
        .Where(property => property.PropertyType == typeof(SatCase))
        .ToDictionary(property => property.Name, property => (SatCase)property.GetValue(null)!);

    internal SatServer Sat { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Sat = await SatServer.StartAsync("--Browser:ElementTimeout=00:00:30", "--Browser:PageTimeout=00:01:00");
        foreach (var (name, wanted) in All)
        {
            Sat.Keep(wanted);
            _ids[name] = await Sat.SubmitAsync(wanted);
        }
    }

    public Task DisposeAsync() => Sat.DisposeAsync().AsTask();

    internal async Task<JsonNode> EndOfAsync(string name)
    {
        JsonNode? status = null;
        await Until.TrueAsync(async () => (string)(status = await Sat.Server.Client.StatusAsync(_ids[name]))["status"]! != "PENDING", $"{name} starts");
        return await Sat.Server.Client.EndOfAsync(_ids[name]);
    }
}
