using BotPhone.Documents.Names;
using BotPhone.Hosting;
using Microsoft.Extensions.Options;

namespace BotPhone.Documents;

/// <summary>The section <c>Documents</c>.</summary>
internal sealed class DocumentsOptions
{
    /// <summary>The program that opens encrypted PDFs: its name, or its path.</summary>
    public string Qpdf { get; set; } = "qpdf";

    /// <summary>The key of an invoice, as a Scriban template of <see cref="KeyVariables.Names"/>.</summary>
    public string KeyTemplate { get; set; } = "faturas/{{ operadora }}/{{ cnpj }}/{{ operadora }}_{{ competencia }}_{{ filtro }}.pdf";

    /// <summary>How long a document is kept after the last job that ended with it; for ever when null.</summary>
    public TimeSpan? Retention { get; set; }
}

internal sealed class DocumentsOptionsValidator : IValidateOptions<DocumentsOptions>
{
    public ValidateOptionsResult Validate(string? name, DocumentsOptions options)
    {
        var fault = FaultOf(options.KeyTemplate);
        var rules = new OptionRules("Documents").Require(fault is null, nameof(options.KeyTemplate), fault ?? "");
        if (options.Retention is { } retention) rules.Between(nameof(options.Retention), retention, TimeSpan.FromSeconds(1), TimeSpan.FromDays(36500));
        return rules.Result;
    }

    private static string? FaultOf(string template)
    {
        try
        {
            KeyTemplate.Parse(template);
            return null;
        }
        catch (KeyTemplateException exception)
        {
            return exception.Message;
        }
    }
}
