using System.Net;
using BotPhone.Jobs;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace BotPhone.Tests.Contract;

/// <summary>Contract §2: <c>GET /jobs</c>.</summary>
public sealed class Section2_Jobs_list : IAsyncLifetime
{
    private TestServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task Pages_have_every_job_once_newest_first_and_the_whole_number()
    {
        var sent = new List<string>();
        for (var i = 0; i < 7; i++) sent.Add(await _server.Client.SubmitAsync("probe", Payloads.Probe("ok")));
        foreach (var id in sent) await _server.Client.EndOfAsync(id);

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await _server.Client.GetAsync($"/jobs?status=COMPLETED&operadora=PROBE&limit=3{(cursor is null ? "" : $"&cursor={cursor}")}");
            Assert.Equal(7, (int)page["total_jobs"]!);
            seen.AddRange(page["jobs"]!.AsArray().Select(job => (string)job!["job_id"]!));
            cursor = (string?)page["next_cursor"];
        }
        while (cursor is not null);
        Assert.Equal(Enumerable.Reverse(sent), seen);
    }

    [Fact]
    public async Task Status_and_operadora_narrow_the_list()
    {
        await _server.Client.RunAsync("probe", Payloads.Probe("ok"));
        var failed = (string)(await _server.Client.RunAsync("probe", Payloads.Probe("fails:AUTH_CAPTCHA")))["job_id"]!;
        var list = await _server.Client.GetAsync("/jobs?status=FAILED");
        Assert.Equal((1, failed), ((int)list["total_jobs"]!, (string)list["jobs"]!.AsArray().Single()!["job_id"]!));
        Assert.Equal("""{"total_jobs":0,"jobs":[]}""", (await _server.Client.GetAsync("/jobs?status=RUNNING")).ToJsonString());
        Assert.Equal(0, (int)(await _server.Client.GetAsync("/jobs?operadora=probe"))["total_jobs"]!);
    }

    [Fact]
    public async Task Parameters_that_make_no_sense_are_all_named()
    {
        var (status, body) = await _server.Client.SendAsync(HttpMethod.Get, "/jobs?status=feito&limit=0&cursor=x");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Snapshot.Match(body);
        foreach (var limit in new[] { "1001", "-1", "x", "", "99999999999" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _server.Client.SendAsync(HttpMethod.Get, $"/jobs?limit={limit}")).Status);
    }

    // Not a matter of time: what is counted is what the store reads from its file.
    [Fact]
    [Trait("Keeps", "files")]
    public async Task A_page_reads_no_more_when_there_are_more_jobs()
    {
        var store = _server.Services.GetRequiredService<IJobStore>();
        var few = await BytesPerPageAsync(store, 200);
        var many = await BytesPerPageAsync(store, 4_000);
        Assert.InRange(many, 0, few * 3);
    }

    private static async Task<long> BytesPerPageAsync(IJobStore store, int jobs)
    {
        var writes = new List<Task>();
        for (var i = store.Counts.Pending; i < jobs; i++)
            writes.Add(store.AddAsync(new Job { Id = Guid.NewGuid(), Number = store.NextNumber(), Operator = i % 50 == 0 ? "RARE" : "USUAL", CreatedAt = DateTimeOffset.UnixEpoch }));
        await Task.WhenAll(writes);

        var query = new JobQuery(JobStatus.Pending, "RARE", 3, null);
        Assert.Equal(3, store.List(query).Jobs.Count);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 20; i++) store.List(query);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
