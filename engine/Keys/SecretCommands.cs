using System.CommandLine;
using BotPhone.Hosting;
using BotPhone.Jobs;
using BotPhone.Jobs.Store;
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
        command.SetAction(result => Startup.GuardAsync(async () =>
        {
            var builder = Host.CreateApplicationBuilder([.. result.UnmatchedTokens]);
            ClusterRules.RefuseCommand(builder.Configuration, "as chaves se trocam sozinhas a cada 90 dias, e cada pedido é apagado quando o job termina");
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton(TimeProvider.System).AddSingleton<DataFolder>().AddSingleton<DataLock>().AddSingleton<IPayloadBoxes, PayloadFiles>().AddSingleton<PayloadVault>().AddAudit().AddKeys(builder.Configuration);
            using var host = builder.Build();
            // Nobody else seals or opens while the command works.
            host.Services.GetRequiredService<DataLock>();
            await RotateAsync(host.Services.GetRequiredService<IKeyManager>(), host.Services.GetRequiredService<PayloadVault>(), host.Services.GetRequiredService<DataFolder>(), TimeProvider.System);
            host.Services.AddByHand("secrets.rotated", "keys");
            return 0;
        }));
        return command;
    }

    private static async Task RotateAsync(IKeyManager keys, PayloadVault vault, DataFolder data, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var old = Directory.GetFiles(data.File(KeysServices.Folder));
        var key = keys.CreateNewKey(now, now + Lifetime);
        var payloads = await vault.SealAgainAsync();
        foreach (var file in old) SecretFile.Erase(file);
        Console.WriteLine($"Chave nova {key.KeyId}: {payloads} pedidos cifrados de novo, {old.Length} chaves antigas apagadas");
    }
}
