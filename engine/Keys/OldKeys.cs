using BotPhone.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace BotPhone.Keys;

/// <summary>The keys that one server has left under its <c>Data:Path</c>, to open what it has sealed. None is added.</summary>
internal static class OldKeys
{
    /// <summary>What protects them, where it is not what protects those of the cluster; as <see cref="SecretsOptions"/>.</summary>
    private const string Section = "Move:Secrets";

    public static IDataProtectionProvider Open(DataFolder data, IConfiguration configuration)
    {
        var settings = SettingsOf(configuration);
        var services = new ServiceCollection().AddLogging().AddSingleton(settings).AddSingleton(data).AddKeys(settings);
        services.Configure<KeyManagementOptions>(keys => keys.AutoGenerateKeys = false);
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>();
    }

    private static IConfiguration SettingsOf(IConfiguration configuration)
    {
        var secrets = configuration.GetSection(configuration.GetSection(Section).Exists() ? Section : SecretsOptions.Section);
        return new ConfigurationBuilder().AddInMemoryCollection(secrets.AsEnumerable(makePathsRelative: true)
            .Where(one => one.Key.Length > 0).Select(one => KeyValuePair.Create($"{SecretsOptions.Section}:{one.Key}", one.Value))).Build();
    }
}
