using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BotPhone.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace BotPhone.Keys;

internal static class KeysServices
{
    /// <summary>The folder of the keys, under <c>Data:Path</c>.</summary>
    public const string Folder = "keys";

    /// <summary>Data Protection with its keys under <c>Data:Path</c>, or in the database that nodes share, themselves encrypted if the settings say with what.</summary>
    public static IServiceCollection AddKeys(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<SecretsOptions, SecretsOptionsValidator>().BindConfiguration(SecretsOptions.Section);
        services.AddSingleton<SettingsKey>();
        var protection = services.AddDataProtection().SetApplicationName("BotPhone");
        if (ClusterOptions.Of(configuration).IsPostgres)
        {
            services.AddOptions<KeyManagementOptions>().Configure<PostgresDatabase>((keys, database) => keys.XmlRepository = new PostgresKeys(database));
        }
        else
        {
            services.AddOptions<KeyManagementOptions>().Configure<DataFolder, ILoggerFactory>((keys, data, log) =>
                keys.XmlRepository = new FileSystemXmlRepository(Directory.CreateDirectory(data.File(Folder)), log));
        }

        var options = configuration.GetSection(SecretsOptions.Section).Get<SecretsOptions>() ?? new SecretsOptions();
        if (options.Certificate is { } certificate && File.Exists(certificate)) protection.ProtectKeysWithCertificate(Load(certificate, options.CertificatePassword));
        else if (options.Key is not null) services.AddOptions<KeyManagementOptions>().Configure<SettingsKey>((keys, key) => keys.XmlEncryptor = key);
        return services;
    }

    private static X509Certificate2 Load(string file, string? password)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, password);
            return certificate.HasPrivateKey ? certificate : throw new StartupException($"Secrets:Certificate: '{file}' não tem a chave privada");
        }
        catch (CryptographicException exception)
        {
            throw new StartupException($"Secrets:Certificate: '{file}' não pôde ser aberto: {exception.Message}");
        }
    }
}
