using System.Text;
using BotPhone.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace BotPhone.Auth;

/// <summary>The secret behind all tokens: configured, or generated at the first start and kept readable by its owner only.</summary>
internal sealed class SigningSecret(IOptions<AuthOptions> options, DataFolder data)
{
    private const string FileName = "auth.secret";

    public SymmetricSecurityKey Key { get; } = new(Encoding.UTF8.GetBytes(options.Value.Secret ?? KeptSecret.Read(data.File(FileName))));
}
