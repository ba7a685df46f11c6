using BotPhone.Hosting;
using BotPhone.Jobs;
using BotPhone.Tests.Kit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotPhone.Tests.Jobs;

public sealed class PayloadVaultTests : IDisposable
{
    private static readonly Guid Job = Guid.NewGuid();
    private readonly TemporaryFolder _folder = new();
    private readonly PayloadVault _vault;

    public PayloadVaultTests()
    {
        var data = new DataFolder(new ConfigurationBuilder().AddInMemoryCollection([new("Data:Path", _folder.File("data"))]).Build());
        _vault = new PayloadVault(data, new EphemeralDataProtectionProvider(), NullLogger<PayloadVault>.Instance);
        _vault.Keep(Job, new Dictionary<string, string> { ["senha"] = Payloads.Password });
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Erase_Kept_LeavesNothing()
    {
        _vault.Erase(Job);
        Assert.Empty(Directory.GetFiles(_folder.File("data/payloads")));
    }

    /// <summary>What a server leaves that dies while it erases: no payload, and nothing that keeps the next one from starting.</summary>
    [Fact]
    public void EraseAllBut_HalfErased_IsNoPayloadAndGoes()
    {
        File.Move(_folder.File($"data/payloads/{Job}"), _folder.File($"data/payloads/{Job}.gone"));
        _vault.Try(Job);
        Assert.Throws<FileNotFoundException>(() => _vault.Open(Job));
        _vault.EraseAllBut(new HashSet<Guid> { Job });
        Assert.Empty(Directory.GetFiles(_folder.File("data/payloads")));
    }

    [Fact]
    public void Try_SealedWithOtherKeys_SaysSo()
    {
        File.WriteAllText(_folder.File($"data/payloads/{Job}"), "x");
        Assert.Contains("não pode ser aberto com as chaves atuais", Assert.Throws<StartupException>(() => _vault.Try(Job)).Message, StringComparison.Ordinal);
    }
}
