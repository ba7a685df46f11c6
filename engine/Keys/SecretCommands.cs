using System.CommandLine;
using BotPhone.Hosting;
using BotPhone.Jobs;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace BotPhone.Keys;

/// <summary><c>botphone secrets rotate</c>.</summary>
internal static class SecretCommands
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    public static Command Create() => new("secrets", "Cuida das chaves que protegem as senhas guardadas") { Rotate() };

    private static Command Rotate()
    {
        var command = new Command("rotate", "Com o servidor parado: gera outra chave, cifra com ela os pedidos que esperam, e apaga as antigas") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(result => Startup.GuardAsync(() =>
        {
            var builder = Host.CreateApplicationBuilder([.. result.UnmatchedTokens]);
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton(TimeProvider.System).AddSingleton<DataFolder>().AddSingleton<DataLock>().AddSingleton<PayloadVault>().AddAudit().AddKeys(builder.Configuration);
            using var host = builder.Build();
            // Nobody else seals or opens while the command works.
            host.Services.GetRequiredService<DataLock>();
            Rotate(host.Services.GetRequiredService<IKeyManager>(), host.Services.GetRequiredService<PayloadVault>(), TimeProvider.System);
            host.Services.AddByHand("secrets.rotated", "keys");
            return Task.FromResult(0);
        }));
        return command;
    }

    private static void Rotate(IKeyManager keys, PayloadVault vault, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var key = keys.CreateNewKey(now, now + Lifetime);
        var payloads = vault.SealAgain();
        var before = keys.GetAllKeys().Count - 1;
        if (keys is not IDeletableKeyManager { CanDeleteKeys: true } deletable || !deletable.DeleteKeys(one => one.KeyId != key.KeyId))
            throw new StartupException("A chave nova já vale, mas as antigas não puderam ser apagadas: confira a pasta keys de Data:Path e repita");
        Console.WriteLine($"Chave nova {key.KeyId}: {payloads} pedidos cifrados de novo, {before} chaves antigas apagadas");
    }
}
