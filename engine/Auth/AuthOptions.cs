using System.Text;
using BotPhone.Hosting;
using Microsoft.Extensions.Options;

namespace BotPhone.Auth;

/// <summary>The section <c>Auth</c>.</summary>
internal sealed class AuthOptions
{
    public const int MinSecretBytes = 32;

    /// <summary>Signs the tokens; when absent one is generated and kept under <c>Data:Path</c>.</summary>
    public string? Secret { get; set; }

    /// <summary>Whether live notifications demand a token as well.</summary>
    public bool ProtectStreams { get; set; }
}

internal sealed class AuthOptionsValidator : IValidateOptions<AuthOptions>
{
    public ValidateOptionsResult Validate(string? name, AuthOptions options) => new OptionRules("Auth")
        .Require(
            options.Secret is null || Encoding.UTF8.GetByteCount(options.Secret) >= AuthOptions.MinSecretBytes,
            nameof(options.Secret), $"deve ter ao menos {AuthOptions.MinSecretBytes} bytes")
        .Result;
}
