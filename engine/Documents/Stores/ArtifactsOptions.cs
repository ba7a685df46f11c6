using BotPhone.Hosting;
using Microsoft.Extensions.Options;

namespace BotPhone.Documents.Stores;

/// <summary>The section <c>Artifacts</c>.</summary>
internal sealed class ArtifactsOptions
{
    public const string Section = "Artifacts";
    public const string File = "file";
    public const string S3 = "s3";

    /// <summary>Where documents are kept: <c>file</c>, under <c>Data:Path</c>, or <c>s3</c>, see <see cref="MinioOptions"/>.</summary>
    public string Provider { get; set; } = File;

    /// <summary>How long a job waits for a store that is down. Its own <c>Jobs:Timeout</c> goes on meanwhile.</summary>
    public TimeSpan SpoolTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often what waits in the spool is tried again; a job begins with shorter pauses.</summary>
    public TimeSpan SpoolInterval { get; set; } = TimeSpan.FromSeconds(30);
}

internal sealed class ArtifactsOptionsValidator : IValidateOptions<ArtifactsOptions>
{
    public ValidateOptionsResult Validate(string? name, ArtifactsOptions options) => new OptionRules(ArtifactsOptions.Section)
        .OneOf(nameof(options.Provider), options.Provider, ArtifactsOptions.File, ArtifactsOptions.S3)
        .Between(nameof(options.SpoolTimeout), options.SpoolTimeout, TimeSpan.Zero, TimeSpan.FromDays(1))
        .Between(nameof(options.SpoolInterval), options.SpoolInterval, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1))
        .Result;
}
