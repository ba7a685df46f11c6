using BotPhone.Hosting;
using Microsoft.Extensions.Options;

namespace BotPhone.Documents;

/// <summary>The section <c>Artifacts</c>.</summary>
internal sealed class ArtifactsOptions
{
    /// <summary>Where documents are kept: <c>file</c>, under <c>Data:Path</c>.</summary>
    public string Provider { get; set; } = "file";
}

internal sealed class ArtifactsOptionsValidator : IValidateOptions<ArtifactsOptions>
{
    public ValidateOptionsResult Validate(string? name, ArtifactsOptions options) =>
        new OptionRules("Artifacts").OneOf(nameof(options.Provider), options.Provider, "file").Result;
}
