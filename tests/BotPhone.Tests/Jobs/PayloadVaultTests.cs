using BotPhone.Hosting;
using BotPhone.Jobs;
using BotPhone.Jobs.Store;
using BotPhone.Tests.Kit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotPhone.Tests.Jobs;

public sealed class PayloadVaultTests : IAsyncLifetime, IDisposable
{
    private static readonly Guid Job = Guid.NewGuid();
    private readonly TemporaryFolder _folder = new();
    private readonly PayloadVault _vault;

    public PayloadVaultTests()
    {
        var data = new DataFolder(new ConfigurationBuilder().AddInMemoryCollection([new("Data:Path", _folder.File("data"))]).Build());
        _vault = new PayloadVault(new PayloadFiles(data, NullLogger<PayloadFiles>.Instance), data, new EphemeralDataProtectionProvider());
    }

    public Task InitializeAsync() => _vault.KeepAsync(Job, new Dictionary<string, string> { ["senha"] = Payloads.Password });

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Erase_Kept_LeavesNothing()
    {
        await _vault.EraseAsync(Job);
        Assert.Empty(Directory.GetFiles(_folder.File("data/payloads")));
    }

    /// <summary>What a server leaves that dies while it erases: no payload, and nothing that keeps the next one from starting.</summary>
    [Fact]
    public async Task EraseAllBut_HalfErased_IsNoPayloadAndGoes()
    {
        File.Move(_folder.File($"data/payloads/{Job}"), _folder.File($"data/payloads/{Job}.gone"));
        await _vault.TryAsync(Job);
        await Assert.ThrowsAsync<FileNotFoundException>(() => _vault.OpenAsync(Job));
        await _vault.EraseAllButAsync(new HashSet<Guid> { Job });
        Assert.Empty(Directory.GetFiles(_folder.File("data/payloads")));
    }

    [Fact]
    public async Task Try_SealedWithOtherKeys_SaysSo()
    {
        File.WriteAllText(_folder.File($"data/payloads/{Job}"), "x");
        Assert.Contains("não pode ser aberto com as chaves atuais", (await Assert.ThrowsAsync<StartupException>(() => _vault.TryAsync(Job))).Message, StringComparison.Ordinal);
    }
}
