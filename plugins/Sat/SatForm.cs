using System.Globalization;
using BotPhone.Sdk;

namespace BotPhone.Operators.Sat;

/// <summary>The form of a registration.</summary>
internal sealed class SatForm(Portal portal, SatSettings settings, SatClients clients)
{
    private readonly SatFormFields _fields = settings.Form;

    /// <summary>Fills it in, up to the button that sends it.</summary>
    public async Task FillAsync(SatRequest request, StoredFile file)
    {
        await portal.ClickAsync(settings.New);
        await portal.FillAsync(_fields.Carrier, request.Carrier);
        if (_fields.Service is { } service) await portal.FillAsync(service, request.Service);
        await PutAsync(_fields.Data, request.Data);
        await PutAsync(_fields.Date, request.DueDate.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
        await portal.ChooseAsync(_fields.Category, settings.Category);
        await ChooseBranchAsync(request.Branch);
        await portal.UploadAsync(_fields.File, file.Path);
        await portal.WaitForAsync(settings.Save);
    }

    // Masks reshape what is typed, so it is put there at once, and read back.
    private async Task PutAsync(Selector field, string text)
    {
        await portal.SetValueAsync(field, text);
        var held = await portal.ReadValueAsync(field);
        if (held != text) throw new OperatorException(ErrorCode.LayoutChanged, $"{field} ficou com '{held}' em vez de '{text}'");
    }

    // A list with nothing to choose from may be a client's without branches, or a dead session's.
    private async Task ChooseBranchAsync(string wanted)
    {
        var branch = Words.Fold(wanted);
        var offered = await portal.OptionsAsync(_fields.Branch);
        if (offered.Count(option => option == branch) == 1)
        {
            await portal.ChooseAsync(_fields.Branch, branch);
            return;
        }

        if (offered.Count <= 1) await clients.ProveSessionAsync();
        throw new OperatorException(
            ErrorCode.SatBranchNotFound, $"o cliente não tem exatamente uma unidade '{branch}' no SAT; as opções são {string.Join(", ", offered.Select(one => $"'{one}'"))}");
    }
}
