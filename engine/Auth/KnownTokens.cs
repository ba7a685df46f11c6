using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.Tokens;

namespace BotPhone.Auth;

/// <summary>Checks the signature of a token that comes again and again once; whether its time is over, at every request.</summary>
internal sealed class KnownTokens(Tokens tokens) : TokenHandler, IDisposable
{
    private const int Most = 1_000;
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = Most });

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        if (_known.TryGetValue(token, out TokenValidationResult? known) && tokens.IsInTime(known!.SecurityToken)) return known;
        var result = await tokens.ValidateAsync(token);
        if (result.IsValid) _known.Set(token, result, new MemoryCacheEntryOptions { Size = 1 });
        return result;
    }

    public void Dispose() => _known.Dispose();
}
