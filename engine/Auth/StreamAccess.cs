using BotPhone.Api;
using Microsoft.Extensions.Options;

namespace BotPhone.Auth;

internal sealed class StreamAccess(IOptions<AuthOptions> options, Tokens tokens) : IStreamAccess
{
    public bool NeedsToken => options.Value.ProtectStreams;

    public async Task<bool> IsValidAsync(string token) => await tokens.VerifyAsync(token) is not null;
}
