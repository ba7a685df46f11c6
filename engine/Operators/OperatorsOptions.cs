using BotPhone.Hosting;
using Microsoft.Extensions.Options;

namespace BotPhone.Operators;

/// <summary>The section <c>Operators</c>, without the operators' own settings.</summary>
internal sealed class OperatorsOptions
{
    public const string AnyTrust = "any";
    public const string SignedTrust = "signed";

    /// <summary>The folder with a folder or a package for each operator.</summary>
    public string Path { get; set; } = "./plugins";

    /// <summary>How long files must have stayed the same before they are loaded: a copy in progress is not.</summary>
    public TimeSpan Settle { get; set; } = TimeSpan.FromSeconds(0.3);

    /// <summary>A new version whose first jobs, this many, all fail by its own fault is rolled back. 0: never.</summary>
    public int CanaryJobs { get; set; } = 3;

    /// <summary><see cref="AnyTrust"/>, or <see cref="SignedTrust"/>: only what carries a signature of one of <see cref="Certificates"/>.</summary>
    public string Trust { get; set; } = AnyTrust;

    /// <summary>Files, PEM or DER, with the certificates whose signatures count: the signers' own, or of those who issued them.</summary>
    public IList<string> Certificates { get; } = [];
}

internal sealed class OperatorsOptionsValidator : IValidateOptions<OperatorsOptions>
{
    public ValidateOptionsResult Validate(string? name, OperatorsOptions options) => new OptionRules("Operators")
        .Require(!string.IsNullOrWhiteSpace(options.Path), nameof(options.Path), "deve indicar a pasta das operadoras")
        .Between(nameof(options.Settle), options.Settle, TimeSpan.Zero, TimeSpan.FromMinutes(1))
        .Between(nameof(options.CanaryJobs), options.CanaryJobs, 0, 1000)
        .Require(options.Trust is OperatorsOptions.AnyTrust or OperatorsOptions.SignedTrust, nameof(options.Trust), "deve ser any ou signed")
        .Require(options.Trust != OperatorsOptions.SignedTrust || options.Certificates.Count > 0, nameof(options.Certificates), "deve ter ao menos um certificado quando Operators:Trust=signed")
        .Result;
}
