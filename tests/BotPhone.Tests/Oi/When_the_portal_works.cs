using System.Security.Cryptography;
using System.Text.Json.Nodes;
using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Oi;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Oi;

/// <summary>Every special case of the portal's data, five jobs at a time: the right invoice and no other, or the right reason.</summary>
[Collection(OneBrowserTestAtATime.Name)]
public sealed class When_the_portal_works(When_the_portal_works.AllCases all) : IClassFixture<When_the_portal_works.AllCases>
{
    public static TheoryData<string> Found => [.. AllCases.Of(@case => @case.ExpectedCode is null)];

    public static TheoryData<string> NotFound => [.. AllCases.Of(@case => @case.ExpectedCode is not null)];

    [Theory]
    [MemberData(nameof(Found))]
    public async Task The_invoice_that_the_portal_issued_is_stored(string name)
    {
        var (status, expected) = (await all.EndOfAsync(name), AllCases.Cases[name].Expected!);
        Assert.True((string)status["status"]! == "COMPLETED", status.ToJsonString());

        var document = status["documents"]!.AsArray().Single()!;
        Assert.Equal(
            (expected.Sha256, expected.DueDate.ToString("dd/MM/yyyy", null)), ((string)document["sha256"]!, (string)document["vencimento"]!));
        var file = await all.Oi.Server.Client.Http.GetByteArrayAsync($"/arquivos/{status["result"]}");
        Assert.Equal(expected.Sha256, Convert.ToHexStringLower(SHA256.HashData(file)));
    }

    [Theory]
    [MemberData(nameof(NotFound))]
    public async Task What_cannot_be_had_ends_in_its_code(string name)
    {
        var status = await all.EndOfAsync(name);
        Assert.Equal(("FAILED", AllCases.Cases[name].ExpectedCode), ((string)status["status"]!, (string)status["error_code"]!));
        Assert.Null(status["result"]);
    }

    [Fact]
    public async Task No_other_invoice_was_ever_asked_for_and_everyone_signed_in_once_and_out()
    {
        foreach (var name in AllCases.Cases.Keys) await all.EndOfAsync(name);
        Assert.Equal(
            AllCases.Cases.Values.Select(@case => @case.Expected?.Code).OfType<string>().Order(),
            all.Oi.Pdfs.Select(seen => seen.Code!).Order());
        Assert.Equal(AllCases.Cases.Count, all.Oi.LoginPosts.Count);
        Assert.Equal(AllCases.Cases.Count, all.Oi.Portal.Events.Count(seen => seen.Kind == EventKind.Logout));
    }

    /// <summary>Sends all cases at once; each test waits for its own.</summary>
    public sealed class AllCases : IAsyncLifetime
    {
        private readonly Dictionary<string, string> _ids = [];

        public static IReadOnlyDictionary<string, OiCase> Cases { get; } =
            typeof(OiData).GetProperties().Where(property => property.PropertyType == typeof(OiCase)).ToDictionary(property => property.Name, property => (OiCase)property.GetValue(null)!);

        internal OiServer Oi { get; private set; } = null!;

        public static IEnumerable<string> Of(Func<OiCase, bool> wanted) => Cases.Where(@case => wanted(@case.Value)).Select(@case => @case.Key);

        public async Task InitializeAsync()
        {
            Oi = await OiServer.StartAsync("--Browser:ElementTimeout=00:00:30", "--Browser:PageTimeout=00:01:00");
            foreach (var (name, @case) in Cases) _ids[name] = await Oi.SubmitAsync(@case);
        }

        public Task DisposeAsync() => Oi.DisposeAsync().AsTask();

        internal async Task<JsonNode> EndOfAsync(string name)
        {
            JsonNode? status = null;
            await Until.TrueAsync(async () => (string)(status = await Oi.Server.Client.StatusAsync(_ids[name]))["status"]! != "PENDING", $"{name} starts");
            return await Oi.Server.Client.EndOfAsync(_ids[name]);
        }
    }
}
