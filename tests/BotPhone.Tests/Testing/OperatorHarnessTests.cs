using BotPhone.Sdk;
using BotPhone.Sdk.Testing;
using Microsoft.Extensions.Logging;

namespace BotPhone.Tests.Testing;

/// <summary>The rules of the server, without a browser.</summary>
public class OperatorHarnessTests
{
    private static readonly InvoiceRequest Request = new() { Login = "ana", Password = "s3nh@", Filter = "1234-5678", Cnpj = Cnpj.Parse("11222333000181") };
    private static readonly StorageKey Key = StorageKey.Parse("faturas/a/b.pdf");

    [Fact]
    public async Task RunAsync_SuccessWithoutProof_IsAFailure()
    {
        var run = await RunAsync(_ => Task.FromResult(new OperatorResult(new VerifiedInvoice(Expected, "fatura.pdf", 1, "00"))));
        Assert.Equal((ErrorCode.OperatorFailed, "a operadora terminou sem uma fatura verificada"), (run.Code, run.Failure!.Message));
    }

    [Fact]
    public async Task RunAsync_AnyOtherException_IsTheOperatorsFault()
    {
        var run = await RunAsync(_ => throw new InvalidOperationException("oops"));
        Assert.Same(ErrorCode.OperatorFailed, run.Code);
        Assert.Equal("oops", run.Failure!.InnerException!.Message);
        Assert.Contains("oops", run.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Secrets_AreBlankedInEveryLine()
    {
        var run = await RunAsync(job =>
        {
            job.Step($"Entrando com {job.Payload<InvoiceRequest>().Password}", 150);
            throw new OperatorException(ErrorCode.Captcha, $"o portal não gostou de {job.Payload<InvoiceRequest>().Password}");
        });
        Assert.Equal("Entrando com •••", Assert.Single(run.Steps));
        Assert.Equal([new RunLine(LogLevel.Information, "Entrando com •••"), new RunLine(LogLevel.Error, "AUTH_CAPTCHA: o portal não gostou de •••")], run.Log);
        Assert.Equal("o portal não gostou de •••", run.Error);
        Assert.DoesNotContain(Request.Password, run.ToString(), StringComparison.Ordinal);
        Assert.Equal(100, run.Progress);
    }

    [Fact]
    public async Task RunAsync_Marks_AreThoseOfEarlierAttemptsToo()
    {
        var run = await RunAsync(
            async job =>
            {
                Assert.True(job.HasMark("antes"));
                Assert.Equal(2, job.Attempt);
                await job.MarkAsync("agora");
                throw new OperatorException(ErrorCode.Maintenance);
            },
            new() { Marks = ["antes"], Attempt = 2 });
        Assert.Equal(["antes", "agora"], run.Marks);
    }

    [Fact]
    public async Task RunAsync_RegisteredFile_IsTheOneThatWasOpened()
    {
        var content = TestPdf.Of("oi");
        Act.Now.Value = async job => new OperatorResult(await job.OpenStoredAsync(Key));
        var run = await OperatorHarness.RunAsync<Registrar>(Request, options: new() { Stored = new Dictionary<string, byte[]> { [Key.Value] = content } });
        Assert.True(run.Succeeded, run.ToString());
        Assert.Equal((Key, content.Length), (run.Registered!.Key, run.Document.Length));
        Assert.Same(ErrorCode.StorageFailed, (await OperatorHarness.RunAsync<Registrar>(Request)).Code);
    }

    [Fact]
    public async Task RunAsync_PdfsOfTheOperator_AreMerged()
    {
        using var folder = new Kit.TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("a.pdf"), TestPdf.Of("CNPJ 11.222.333/0001-81"));
        await File.WriteAllBytesAsync(folder.File("b.pdf"), TestPdf.Of("Vencimento (10/01/2026)"));
        var run = await RunAsync(async job =>
        {
            var whole = await job.MergeAsync([new(folder.File("a.pdf"), "a.pdf"), new(folder.File("b.pdf"), "b.pdf")]);
            return new OperatorResult(await job.FetchInvoiceAsync(Expected, () => Task.FromResult(whole)));
        });
        Assert.True(run.Succeeded, run.ToString());
    }

    [Fact]
    public async Task RunAsync_PdfWithoutText_IsTakenWithANote()
    {
        using var folder = new Kit.TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("a.pdf"), TestPdf.Of());
        var run = await RunAsync(async job => new OperatorResult(await job.FetchInvoiceAsync(Expected, () => Task.FromResult(new DownloadedFile(folder.File("a.pdf"), "a.pdf")))));
        Assert.StartsWith("O PDF não tem texto", run.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "'login' is missing; 'senha' is missing; 'filtro' is missing; 'cnpj' is missing")]
    [InlineData("""{"login":"a","senha":"","filtro":7,"cnpj":"123"}""", "'senha' is not a Text; 'filtro' is not a Text; 'cnpj' is not a Cnpj")]
    [InlineData("[]", "no JSON object")]
    [InlineData("{", "no JSON")]
    public async Task RunAsync_PayloadThatTheServerWouldRefuse_SaysWhy(string payload, string why) =>
        Assert.Contains(why, (await Assert.ThrowsAsync<ArgumentException>(() => OperatorHarness.RunAsync<Act>(payload))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task RunAsync_SettingsThatTheOperatorDoesNotDeclare_AreRefused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => OperatorHarness.RunAsync<Act>(Request, "settings"));

    [Fact]
    public async Task RunAsync_ClassWithoutTheAttribute_IsNoOperator() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => OperatorHarness.RunAsync<Nobody>(Request));

    [Fact]
    public async Task RunAsync_Cancelled_IsNoResult() => await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(
        async job =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, job.Cancellation);
            return null!;
        },
        new() { Cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(50)).Token }));

    [Theory]
    [InlineData("""{ "Address": "https://portal.example/", "Extra": 1 }""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{")]
    public void Parse_WhatTheServerWouldRefuse_IsRefused(string json) =>
        Assert.StartsWith("operator.json does not fit ClaroSettings", Assert.Throws<InvalidOperationException>(() => OperatorJson.Parse<Claro.ClaroSettings>(json)).Message, StringComparison.Ordinal);

    private static ExpectedInvoice Expected => new(Request.Cnpj, Request.Filter, new DateOnly(2026, 1, 10));

    private static Task<OperatorRun> RunAsync(Func<JobContext, Task<OperatorResult>> act, HarnessOptions? options = null)
    {
        Act.Now.Value = act;
        return OperatorHarness.RunAsync<Act>(Request, options: options);
    }

    /// <summary>Does what its test says.</summary>
    [Operator("ACT")]
    private class Act : IOperator
    {
        public static readonly AsyncLocal<Func<JobContext, Task<OperatorResult>>> Now = new();

        public Task<OperatorResult> RunAsync(JobContext job) => Now.Value!(job);
    }

    [Operator("REGISTRAR", Registers = true)]
    private sealed class Registrar : Act;

    private sealed class Nobody : Act;
}
