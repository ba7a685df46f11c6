using System.Security.Cryptography;
using BotPhone.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace BotPhone.Jobs.Postgres;

/// <summary>Secrets in the database that nodes share, which only nodes can read.</summary>
internal sealed class SealedSecrets(PostgresDatabase database, IDataProtectionProvider protection)
{
    /// <summary>See <see cref="IRequestKey"/>.</summary>
    public const string Requests = "requests";

    private readonly IDataProtector _protector = protection.CreateProtector("BotPhone.Jobs.Secret.v1");

    public byte[] Seal(byte[] secret) => _protector.Protect(secret);

    /// <exception cref="CryptographicException">It was changed, or its key is not there.</exception>
    public byte[] Unseal(byte[] box) => _protector.Unprotect(box);

    /// <returns>Null when there is none of this name.</returns>
    /// <exception cref="StartupException">It cannot be opened.</exception>
    public byte[]? Find(string name)
    {
        using var command = database.Source.CreateCommand("select box from kept_secrets where name = @name");
        command.Parameters.Add(new NpgsqlParameter("name", name));
        if (command.ExecuteScalar() is not byte[] box) return null;
        try
        {
            return Unseal(box);
        }
        catch (CryptographicException)
        {
            throw new StartupException("Um segredo que está no banco não pode ser aberto com as chaves atuais: confira Secrets:Certificate e Secrets:Key");
        }
    }
}
