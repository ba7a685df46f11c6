using System.Security.Cryptography;
using System.Text.Json.Nodes;
using BotPhone.PortalSimulator;

namespace BotPhone.Tests.Kit;

/// <summary>Every special case of a portal's data, three jobs at a time: sends all of them at once; each test waits for its own.</summary>
/// <param name="portal">The plugin's folder, such as <c>Oi</c>.</param>
/// <param name="data">The class whose properties are the cases.</param>
/// <param name="options">Of the portal.</param>
/// <param name="reusesSession">Whether one sign-in serves all jobs of a login.</param>
public abstract class PortalCases(string portal, Type data, SimulatorOptions? options = null, bool reusesSession = false) : IAsyncLifetime
{
    private readonly OrderedDictionary<string, string> _ids = [];
    private readonly IReadOnlyDictionary<string, SimulatedCase> _cases = Of(data);

    internal PortalServer Server { get; private set; } = null!;

    /// <summary>The names of the cases that must bring an invoice.</summary>
    public static TheoryData<string> Found(Type data) => [.. Of(data).Where(one => one.Value.ExpectedCode is null).Select(one => one.Key)];

    /// <summary>The names of the cases that must fail.</summary>
    public static TheoryData<string> NotFound(Type data) => [.. Of(data).Where(one => one.Value.ExpectedCode is not null).Select(one => one.Key)];

    public static IEnumerable<SimulatedCase> All(Type data) => Of(data).Values;

    public async Task InitializeAsync()
    {
        // A session would end early in a browser that has served others.
        string[] browsers = reusesSession ? [SharedBrowsers.None] : [];
        Server = await PortalServer.StartAsync(
            portal, options ?? new(), ["--Jobs:MaxConcurrency=3", "--Browser:ElementTimeout=00:01:00", "--Browser:PageTimeout=00:01:00", .. browsers]);
        foreach (var (name, @case) in _cases) _ids[name] = await Server.SubmitAsync(@case);
    }

    public Task DisposeAsync() => Server.DisposeAsync().AsTask();

    /// <summary>The invoice that the portal issued is stored.</summary>
    /// <returns>The job's end.</returns>
    internal async Task<JsonNode> AssertStoredAsync(string name)
    {
        var (status, expected) = (await EndOfAsync(name), _cases[name].Expected!);
        Assert.True((string)status["status"]! == "COMPLETED", $"{status.ToJsonString()}\n{await Server.Server.Client.EvidenceAsync(status)}");

        var document = status["documents"]!.AsArray().Single()!;
        var file = await Server.FileOfAsync(status);
        Assert.Equal(
            (Convert.ToHexStringLower(SHA256.HashData(file)), expected.DueDate.ToString("dd/MM/yyyy", null)),
            ((string)document["sha256"]!, (string)document["vencimento"]!));
        await AssertIsAsync(file, expected);
        return status;
    }

    /// <summary>The file is the invoice: byte for byte, where the portal makes it and not our browser.</summary>
    private protected virtual Task AssertIsAsync(byte[] file, SimulatedInvoice expected)
    {
        Assert.Equal(expected.Sha256, Convert.ToHexStringLower(SHA256.HashData(file)));
        return Task.CompletedTask;
    }

    /// <summary>What cannot be had ends in its code.</summary>
    internal async Task AssertFailedAsync(string name)
    {
        var status = await EndOfAsync(name);
        Assert.Equal(("FAILED", _cases[name].ExpectedCode), ((string)status["status"]!, (string)status["error_code"]!));
        Assert.Null(status["result"]);
    }

    /// <summary>No other invoice was ever asked for, and everyone signed in once and out: each job, or each login.</summary>
    internal async Task AssertNothingElseWasTouchedAsync()
    {
        foreach (var name in _cases.Keys)
        {
            var status = await EndOfAsync(name);
            Assert.True((int)status["attempt"]! == 1, status.ToJsonString());
        }

        Assert.Equal(
            _cases.Values.Select(@case => @case.Expected?.Code).OfType<string>().Distinct().Order(),
            Server.Pdfs.Select(seen => seen.Code!).Concat(Server.Seen(EventKind.Zip).SelectMany(seen => seen.Codes!)).Distinct().Order());
        var signIns = reusesSession ? _cases.Values.Select(@case => @case.Login).Distinct().Count() : _cases.Count;
        Assert.Equal(signIns, Server.LoginPosts.Count);
        Assert.Equal(signIns, Server.Seen(EventKind.Logout).Count);
    }

    internal async Task<JsonNode> EndOfAsync(string name)
    {
        // Those that were sent before it come first: each has its own time, however long the queue is.
        foreach (var (_, before) in _ids.TakeWhile(one => one.Key != name)) await Server.Server.Client.EndOfAsync(before);
        return await Server.Server.Client.EndOfAsync(_ids[name]);
    }

    private static Dictionary<string, SimulatedCase> Of(Type data) => data.GetProperties()
        .Where(property => property.PropertyType == typeof(SimulatedCase))
        .ToDictionary(property => property.Name, property => (SimulatedCase)property.GetValue(null)!);
}
