using BotPhone.Sdk;

namespace BotPhone.Operators.Vivo;

/// <summary>The services of the company that is open. One with several is asked to choose; each has its own list of invoices.</summary>
internal sealed class VivoServices(Portal portal, VivoSettings settings, VivoRequest request)
{
    public async Task<IReadOnlyList<IVivoService>> FindAsync()
    {
        if (await portal.WaitForAnyAsync([settings.List.Menu, settings.Services.Place]) == settings.List.Menu)
            return [new VivoList(portal, settings, request, "", () => Task.CompletedTask)];
        var chooser = await portal.AddressAsync();
        return [.. (await portal.ReadRowsAsync(settings.Services)).Select(row => Of(row, chooser))];
    }

    private IVivoService Of(TableRow row, Uri chooser)
    {
        var name = row[settings.ServiceName];
        return settings.OldServices.Contains(name)
            ? new VivoOldPortal(portal, settings.Old, request, $" em {name}", ChooseAsync)
            : new VivoList(portal, settings, request, $" em {name}", ChooseAsync);

        async Task ChooseAsync()
        {
            if (await portal.AddressAsync() != chooser) await portal.GoAsync(chooser);
            await portal.ClickRowAsync(row);
        }
    }
}
