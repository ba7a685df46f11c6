using BotPhone.Hosting;
using Microsoft.Extensions.Options;

namespace BotPhone.Jobs;

/// <summary>The section <c>Audit</c>.</summary>
internal sealed class AuditOptions
{
    /// <summary>How long the audit log is kept.</summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(365);
}

internal sealed class AuditOptionsValidator : IValidateOptions<AuditOptions>
{
    public ValidateOptionsResult Validate(string? name, AuditOptions options) => new OptionRules("Audit")
        .Between(nameof(options.Retention), options.Retention, TimeSpan.FromDays(1), TimeSpan.FromDays(36500))
        .Result;
}
