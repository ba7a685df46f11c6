using System.Globalization;
using BotPhone.Sdk;

namespace BotPhone.Operators.Sat;

/// <summary>What is registered for a client, over all pages of its list.</summary>
internal sealed class SatRegistrations(Portal portal, SatSettings settings, Uri client)
{
    /// <summary>Whether the list, opened anew, holds a row of this operator, data, date and file.</summary>
    public async Task<bool> HoldAsync(SatRequest request, StoredFile file)
    {
        await portal.GoAsync(client);
        await portal.ReadRowsAsync(settings.RegistrationList);
        if (await portal.IsShownAsync(settings.NoRegistrations)) return false;
        var list = new PagedList(portal, settings.RegistrationList, settings.NextPage, settings.MaxPages);
        return (await list.ReadAsync()).Any(row => IsOf(row, request, file));
    }

    private bool IsOf(TableRow row, SatRequest request, StoredFile file)
    {
        var columns = settings.RegistrationColumns;
        return row[columns.Carrier] == Words.Fold(request.Carrier)
            && row[columns.Data] == Words.Fold(request.Data)
            && row[columns.Date] == request.DueDate.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
            && row[columns.File] == Words.Fold(Path.GetFileName(file.Path));
    }
}
