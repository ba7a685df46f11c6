using BotPhone.Sdk;

namespace BotPhone.Operators.Vivo;

/// <summary>A document: asked for in the row's menu, prepared by the portal in its own time, then handed over, once, from a panel.</summary>
internal sealed class VivoFile(Portal portal, VivoFileSettings settings, string title)
{
    private readonly Selector _preparing = settings.Preparing.With("{arquivo}", title);
    private readonly Selector _save = settings.Save.With("{arquivo}", title);
    private readonly Selector _again = settings.Again.With("{arquivo}", title);

    public async Task<DownloadedFile> DownloadAsync(TableRow row)
    {
        // After a download that failed the panel offers to prepare the file again.
        if (!await portal.ClickIfPresentAsync(_again))
            await portal.ChooseFromMenuAsync(() => portal.ClickInRowAsync(row, settings.Menu), settings.Document);
        await WaitUntilReadyAsync();
        return await portal.DownloadAsync(_save);
    }

    private async Task WaitUntilReadyAsync()
    {
        for (var failures = 0; await ShownAsync() == _again; failures++)
        {
            if (failures == settings.Retries)
                throw new OperatorException(ErrorCode.SecondCopyTimeout, $"o portal não conseguiu preparar o arquivo em {failures + 1} tentativas");
            await portal.ClickAsync(_again);
        }
    }

    // A file that is still in preparation is late; one that shows neither button is a page that has changed.
    private async Task<Selector> ShownAsync()
    {
        try
        {
            return await portal.WaitForAnyAsync([_save, _again], settings.Patience);
        }
        catch (OperatorException late) when (late.Code == ErrorCode.LayoutChanged)
        {
            if (!await portal.IsShownAsync(_preparing)) throw;
            throw new OperatorException(ErrorCode.SecondCopyTimeout, $"o portal não preparou o arquivo em {settings.Patience:c}", late);
        }
    }
}
