namespace BotPhone.PortalSimulator;

/// <summary>As what an invoice is handed over.</summary>
public enum CopyFiles
{
    Pdf,

    /// <summary>A FEBRABAN text file beside the PDF.</summary>
    PdfAndText,

    Text,
}
