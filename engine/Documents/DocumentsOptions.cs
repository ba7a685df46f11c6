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
}

internal sealed class DocumentsOptionsValidator : IValidateOptions<DocumentsOptions>
{
    public ValidateOptionsResult Validate(string? name, DocumentsOptions options)
    {
        var fault = FaultOf(options.KeyTemplate);
        return new OptionRules("Documents").Require(fault is null, nameof(options.KeyTemplate), fault ?? "").Result;
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
