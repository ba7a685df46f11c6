using System.Globalization;
using System.Text.Json;
using BotPhone.Hosting;
using Microsoft.Extensions.Options;

namespace BotPhone.Jobs;

/// <summary>The audit log: a file a day under <c>Data:Path/audit</c>, a line of JSON an entry, only ever appended to.</summary>
internal sealed class AuditTrail(DataFolder data, IOptions<AuditOptions> options, TimeProvider time, ILogger<AuditTrail> log) : IDisposable
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string Extension = ".jsonl";
    private readonly Lock _lock = new();
    private readonly string _folder = Directory.CreateDirectory(data.File("audit")).FullName;
    private DateOnly _day;
    private FileStream? _file;

    public void Add(AuditEntry entry)
    {
        var now = time.GetUtcNow();
        try
        {
            lock (_lock)
            {
                var file = FileOf(DateOnly.FromDateTime(now.UtcDateTime));
                JsonSerializer.Serialize(file, new AuditLine(now, entry.By, entry.Action, entry.Target, entry.Details), AuditJson.Wire.AuditLine);
                file.WriteByte((byte)'\n');
                file.Flush();
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What was asked for goes on; that it was not taken down must be seen.
            AuditMessages.NotWritten(log, exception, entry.Action, entry.Target);
        }
    }

    public void Dispose() => _file?.Dispose();

    private FileStream FileOf(DateOnly day)
    {
        if (_file is not null && day == _day) return _file;
        _file?.Dispose();
        _file = null;
        RemoveOld(day);
        _file = new FileStream(PathOf(day), FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        _day = day;
        return _file;
    }

    private void RemoveOld(DateOnly today)
    {
        var oldest = today.AddDays(-(int)Math.Ceiling(options.Value.Retention.TotalDays));
        foreach (var file in Directory.GetFiles(_folder, $"*{Extension}"))
            if (DateOnly.TryParseExact(Path.GetFileNameWithoutExtension(file), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < oldest)
                File.Delete(file);
    }

    private string PathOf(DateOnly day) => Path.Combine(_folder, day.ToString(DayFormat, CultureInfo.InvariantCulture) + Extension);
}
