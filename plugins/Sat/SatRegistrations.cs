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

    // Every column is read of every row: one that has gone must not pass for a row that differs.
    private bool IsOf(TableRow row, SatRequest request, StoredFile file)
    {
        var columns = settings.RegistrationColumns;
        var (carrier, data, date, name) = (row[columns.Carrier], row[columns.Data], row[columns.Date], row[columns.File]);
        if (!DateOnly.TryParseExact(date, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due))
            throw new OperatorException(ErrorCode.LayoutChanged, $"a lista de arquivos mostra '{date}' como data");
        return carrier == Words.Fold(request.Carrier)
            && data == Words.Fold(request.Data)
            && due == request.DueDate
            && name == Words.Fold(Path.GetFileName(file.Path));
    }
}
