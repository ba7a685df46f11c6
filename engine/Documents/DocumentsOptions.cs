using BotPhone.Hosting;
using Microsoft.Extensions.Options;

namespace BotPhone.Documents;

/// <summary>The section <c>Documents</c>.</summary>
internal sealed class DocumentsOptions
{
    /// <summary>The program that opens encrypted PDFs: its name, or its path.</summary>
    public string Qpdf { get; set; } = "qpdf";

    /// <summary>How long a document is kept after the last job that ended with it; for ever when null.</summary>
    public TimeSpan? Retention { get; set; }
}

internal sealed class DocumentsOptionsValidator : IValidateOptions<DocumentsOptions>
{
    public ValidateOptionsResult Validate(string? name, DocumentsOptions options) => options.Retention is not { } retention
        ? ValidateOptionsResult.Success
        : new OptionRules("Documents").Between(nameof(options.Retention), retention, TimeSpan.FromSeconds(1), TimeSpan.FromDays(36500)).Result;
}
