namespace BotPhone.Documents;

/// <summary>The section <c>Documents</c>.</summary>
internal sealed class DocumentsOptions
{
    /// <summary>The program that opens encrypted PDFs: its name, or its path.</summary>
    public string Qpdf { get; set; } = "qpdf";
}
