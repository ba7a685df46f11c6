using System.Buffers.Text;
using BotPhone.Hosting;
using Microsoft.Extensions.Options;

namespace BotPhone.Keys;

/// <summary>The section <c>Secrets</c>: what protects the keys under <c>Data:Path</c>. Without it, only their owner's account does.</summary>
internal sealed class SecretsOptions
{
    public const string Section = "Secrets";

    /// <summary>The path of a certificate with its private key (PFX).</summary>
    public string? Certificate { get; set; }

    /// <summary>The password of <see cref="Certificate"/>.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>A key of 32 bytes in base64, instead of a certificate.</summary>
    public string? Key { get; set; }
}

internal sealed class SecretsOptionsValidator : IValidateOptions<SecretsOptions>
{
    public ValidateOptionsResult Validate(string? name, SecretsOptions options) => new OptionRules(SecretsOptions.Section)
        .Require(options.Key is null || IsKey(options.Key), nameof(options.Key), "deve ter 32 bytes em base64: gere com 'openssl rand -base64 32'")
        .Require(options.Key is null || options.Certificate is null, nameof(options.Key), $"não pode valer junto com {SecretsOptions.Section}:{nameof(options.Certificate)}")
        .Require(options.Certificate is null || File.Exists(options.Certificate), nameof(options.Certificate), $"aponta para '{options.Certificate}', que não existe")
        .Result;

    private static bool IsKey(string text) => Base64.IsValid(text, out var length) && length == SettingsKey.Bytes;
}
