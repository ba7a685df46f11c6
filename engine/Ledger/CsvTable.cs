using System.Globalization;
using System.Net.Mime;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.Net.Http.Headers;

namespace BotPhone.Ledger;

/// <summary>
/// A table for spreadsheets in Brazil: semicolons, decimal commas, UTF-8 with its mark. Rows are sent as they are read. What a
/// spreadsheet would run as a formula gets an apostrophe before it.
/// </summary>
internal sealed class CsvTable(string name, IReadOnlyList<string> columns, IAsyncEnumerable<IReadOnlyList<string?>> rows) : IResult
{
    public const string MediaType = MediaTypeNames.Text.Csv;
    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture) { Delimiter = ";", InjectionOptions = InjectionOptions.Escape };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = $"{MediaType}; charset=utf-8";
        httpContext.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();
        await using var text = new StreamWriter(httpContext.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, Form);
        await WriteAsync(csv, columns);
        await foreach (var row in rows)
        {
            httpContext.RequestAborted.ThrowIfCancellationRequested();
            await WriteAsync(csv, row);
        }
    }

    private static Task WriteAsync(CsvWriter csv, IReadOnlyList<string?> cells)
    {
        foreach (var cell in cells) csv.WriteField(cell);
        return csv.NextRecordAsync();
    }
}
