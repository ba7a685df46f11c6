using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BotPhone.Documents;

/// <summary>The section <c>Artifacts</c>.</summary>
internal sealed class ArtifactsOptions
{
    /// <summary>Where documents are kept: <c>file</c>, under <c>Data:Path</c>.</summary>
    [AllowedValues("file", ErrorMessage = "Artifacts:Provider deve ser file")]
    public string Provider { get; set; } = "file";
}

[OptionsValidator]
internal sealed partial class ArtifactsOptionsValidator : IValidateOptions<ArtifactsOptions>;
