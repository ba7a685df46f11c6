using System.Security.Cryptography;
using BotPhone.Sdk;
using Microsoft.Extensions.Options;

namespace BotPhone.Jobs;

/// <summary>
/// Keeps a refused password from being sent again: a second one may lock the client's account. The login is frozen for that
/// password, until another comes or <see cref="JobsOptions.LoginFreeze"/> is over.
/// </summary>
internal sealed class LoginGuard(IFrozenLogins frozen, ITurns turns, IOptions<JobsOptions> options, TimeProvider time)
{
    private const int SaltBytes = 16;
    private const int HashBytes = 32;
    private const int Rounds = 100_000;

    /// <summary>Signs in, one job of a login at a time: what one learns the next must know.</summary>
    /// <exception cref="OperatorException">The portal refuses the password, or has refused it before.</exception>
    public async Task SignInAsync(Credentials credentials, Func<Task> signIn, CancellationToken cancellation)
    {
        await using var turn = await turns.EnterAsync($"login {credentials.LoginKey}", cancellation);
        await CheckAsync(credentials);
        try
        {
            await signIn();
        }
        catch (OperatorException failure) when (failure.Code == ErrorCode.InvalidCredentials)
        {
            await FreezeAsync(credentials);
            throw;
        }

        if (await frozen.FindFrozenAsync(credentials.LoginKey) is not null) await frozen.ThawAsync(credentials.LoginKey);
    }

    /// <summary>Fails a job whose password was refused before, without touching the portal.</summary>
    /// <exception cref="OperatorException">It was refused.</exception>
    public async Task CheckAsync(Credentials credentials)
    {
        if (await frozen.FindFrozenAsync(credentials.LoginKey) is not { } login || login.At + options.Value.LoginFreeze <= time.GetUtcNow()) return;
        if (!CryptographicOperations.FixedTimeEquals(login.Hash, Hash(credentials, login.Salt))) return;
        throw new OperatorException(
            ErrorCode.InvalidCredentials,
            $"o portal recusou esta mesma senha em {login.At:dd/MM/yyyy HH:mm} (UTC); para não bloquear a conta, ela não foi enviada de novo e o portal não foi acessado");
    }

    private Task FreezeAsync(Credentials credentials)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return frozen.FreezeAsync(new FrozenLogin(credentials.LoginKey, salt, Hash(credentials, salt), time.GetUtcNow()));
    }

    private static byte[] Hash(Credentials credentials, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(credentials.Password, salt, Rounds, HashAlgorithmName.SHA256, HashBytes);
}
