using BotPhone.Sdk;

namespace BotPhone.Operators.Vivo;

/// <summary>The company whose pages are shown. A user with several companies chooses it first; with one, it is simply there.</summary>
internal sealed class VivoClient(Portal portal, VivoClientSettings settings)
{
    public async Task ChooseAsync(Cnpj cnpj)
    {
        if (await portal.WaitForAnyAsync([settings.Current, settings.Search]) == settings.Search) await SearchAsync(cnpj);
        await CheckAsync(cnpj);
    }

    /// <summary>The pages must say that they are of this company.</summary>
    public async Task CheckAsync(Cnpj cnpj)
    {
        var shown = await portal.ReadAsync(settings.Current);
        if (!Cnpj.TryParse(shown, out var current)) throw new OperatorException(ErrorCode.LayoutChanged, $"o portal mostra '{shown}' como CNPJ do cliente");
        if (current != cnpj) throw new OperatorException(ErrorCode.ClientNotFound, $"o portal mostra o cliente {current}, e não {cnpj}");
    }

    // The search shows older results first, and finds by the beginning of the CNPJ: only the right CNPJ counts.
    private async Task SearchAsync(Cnpj cnpj)
    {
        await portal.TypeAsync(settings.Search, cnpj.Value);
        if (await portal.WaitForAnyAsync([settings.Choose.With("{cnpj}", cnpj.ToString()), settings.None]) == settings.None)
        {
            // A session that is over finds nobody either: it does not survive that the page is loaded again.
            await portal.ReloadAsync();
            await portal.WaitForAsync(settings.Search);
            throw new OperatorException(ErrorCode.ClientNotFound, $"o portal não tem o cliente {cnpj} neste acesso");
        }

        await portal.ClickAsync(settings.Choose.With("{cnpj}", cnpj.ToString()));
    }
}
