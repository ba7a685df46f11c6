using BotPhone.Sdk;

namespace BotPhone.Operators.Oi;

/// <summary>The second way to a file: it is asked for in the list, made by the portal in its own time, and fetched as a ZIP.</summary>
internal sealed class OiSecondCopy(Portal portal, OiSettings settings)
{
    /// <summary>Asks for one invoice and waits until the portal has made its copy.</summary>
    public async Task AskAsync(OiInvoiceList list, TableRow invoice)
    {
        await list.ShowAsync(invoice);
        await portal.ClickInRowAsync(invoice, settings.Tick);
        await portal.ClickAsync(settings.SecondCopy);
        await portal.ChooseAsync(settings.DocumentType, settings.WantedType);
        await portal.ClickAsync(settings.Ask);
        await portal.ClickAsync(settings.SeeDownloads);
        await WaitUntilReadyAsync();
    }

    public Task<DownloadedFile> DownloadAsync() => portal.DownloadAsync(settings.CopyFile);

    // The page renews its rows by itself, the newest request first.
    private async Task WaitUntilReadyAsync()
    {
        try
        {
            await portal.WaitForAsync(settings.CopyFile, settings.CopyPatience);
        }
        catch (OperatorException late) when (late.Code == ErrorCode.LayoutChanged)
        {
            throw new OperatorException(ErrorCode.SecondCopyTimeout, $"o portal não preparou a segunda via em {settings.CopyPatience:c}", late);
        }
    }
}
