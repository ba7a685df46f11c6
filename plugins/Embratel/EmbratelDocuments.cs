using BotPhone.Sdk;

namespace BotPhone.Operators.Embratel;

/// <summary>The documents of the invoice that was chosen, each of which opens in a window of its own and asks to be printed.</summary>
internal sealed class EmbratelDocuments(JobContext job, Portal portal, EmbratelSettings settings, ExpectedInvoice expected)
{
    private static readonly Selector AnyText = new() { Name = "texto da janela", XPath = "//body[normalize-space()]" };

    /// <summary>Prints those that there are. Each one must prove by itself that it belongs to the invoice; then they become one file.</summary>
    public async Task<VerifiedInvoice> FetchAsync()
    {
        var printed = new List<DownloadedFile>();
        foreach (var document in settings.Documents)
        {
            if (!await IsMissingAsync(document))
                printed.Add(new((await job.FetchInvoiceAsync(expected, () => PrintAsync(document))).Path, document.Name));
        }

        return await job.FetchInvoiceAsync(expected, () => job.MergeAsync(printed));
    }

    // A tax note comes later than its invoice, or never.
    private async Task<bool> IsMissingAsync(EmbratelDocument document)
    {
        if (document.Pending is null || await portal.IsShownAsync(document.Link)) return false;
        if (await portal.IsShownAsync(document.Pending))
            EmbratelLog.Pending(job.Log, document.Name);
        else
            EmbratelLog.NotListed(job.Log, document.Name);
        return true;
    }

    private async Task<DownloadedFile> PrintAsync(EmbratelDocument document)
    {
        DownloadedFile? file = null;
        try
        {
            await portal.InNewWindowAsync(() => portal.ClickAsync(document.Link), async () =>
            {
                await CheckSheetAsync(document);
                file = await portal.PrintAsync(document.Name);
            });
        }
        catch (OperatorException failure) when (failure.Code == ErrorCode.PageTimeout)
        {
            // Its window may not even have come up.
            throw new OperatorException(ErrorCode.DownloadTimeout, $"{document.Name}: o documento não terminou de chegar", failure);
        }

        return file!;
    }

    // Anything can be printed, an error page too: the window must show the document, whole, and of this account.
    private async Task CheckSheetAsync(EmbratelDocument document)
    {
        try
        {
            await portal.WaitForAsync(settings.SheetEnd);
        }
        catch (OperatorException failure) when (failure.Code == ErrorCode.LayoutChanged || failure.Code == ErrorCode.PortalUnavailable)
        {
            throw await WhatElseAsync(document, failure);
        }

        if (!await portal.IsShownAsync(settings.SheetAccount)) return;
        var account = await portal.ReadAsync(settings.SheetAccount);
        if (InvoiceSelection.Normalize(account) != InvoiceSelection.Normalize(expected.Account))
            throw new OperatorException(ErrorCode.WrongInvoice, $"{document.Name}: o documento é da conta {account}, e não da {expected.Account}");
    }

    private async Task<OperatorException> WhatElseAsync(EmbratelDocument document, OperatorException failure)
    {
        if (await portal.IsShownAsync(settings.Sheet))
            return new(ErrorCode.TruncatedFile, $"{document.Name}: o documento veio sem o fim, {settings.SheetEnd}", failure);
        if (failure.Code == ErrorCode.PortalUnavailable) return failure;
        return await portal.IsShownAsync(AnyText)
            ? new(ErrorCode.NotPdf, $"{document.Name}: a janela mostrou outra coisa, sem {settings.Sheet}", failure)
            : new(ErrorCode.EmptyFile, $"{document.Name}: a janela veio vazia", failure);
    }
}
