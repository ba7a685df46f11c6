using BotPhone.Sdk;

namespace BotPhone.Documents.Names;

/// <summary>The keys under which invoices are kept.</summary>
internal sealed class DocumentNames(string template)
{
    private readonly KeyTemplate _template = KeyTemplate.Parse(template);

    /// <summary>Without the setting.</summary>
    public static DocumentNames Default { get; } = new(new DocumentsOptions().KeyTemplate);

    /// <summary>The same for the same invoice and filter. Different invoices may share one, which is for the store to tell apart.</summary>
    /// <param name="filter">What the client asked for, or null when the request has no such field.</param>
    /// <exception cref="OperatorException"><see cref="ErrorCode.StorageFailed"/>: the template makes no key of this invoice.</exception>
    public StorageKey Of(string operatorCode, ExpectedInvoice invoice, string? filter = null)
    {
        try
        {
            return _template.Render(KeyVariables.Of(operatorCode, invoice, filter));
        }
        catch (KeyTemplateException exception)
        {
            throw new OperatorException(ErrorCode.StorageFailed, $"Documents:KeyTemplate {exception.Message}", exception);
        }
    }
}
