using System.Buffers.Binary;
using System.Globalization;
using BotPhone.Hosting;
using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>
/// The database's file. Before it is used it is checked page by page and copied; a damaged one is set aside, and never silently
/// begun anew (docs/decisions/0021-a-damaged-database.md).
/// </summary>
internal sealed class StoreFile : IDisposable
{
    private const int PageBytes = 8192;
    private const int PageTypeAt = 4;
    private const int HighestPageType = 4;
    private const int LastPageAt = 64;
    private const int HeaderAt = 32;
    private const int Attempts = 3;
    private static readonly TimeSpan PatienceToReopen = TimeSpan.FromSeconds(1);
    private readonly object _opening = new();
    private readonly string _path;
    private readonly TimeProvider _time;
    private volatile LiteDatabase _database;
    private volatile bool _isOpen = true;

    private StoreFile(string path, TimeProvider time, LiteDatabase database)
    {
        _path = path;
        _time = time;
        _database = database;
    }

    public LiteDatabase Database => _database;

    /// <summary>Opens a file whose structure has been found good.</summary>
    /// <exception cref="StartupException">It cannot be used; the message says why and what to do.</exception>
    public static StoreFile Open(string path, TimeProvider time)
    {
        try
        {
            if (!File.Exists(path) && LastSetAside(path) is { } damaged) throw Refusal(path, damaged, "esteve danificado");
            if (Damage(path) is { } damage) throw Refusal(path, SetAside(path, time), $"está danificado ({damage})");
            return new StoreFile(path, time, OpenDatabase(path));
        }
        catch (LiteException exception)
        {
            throw Refusal(path, SetAside(path, time), $"está danificado ({exception.Message})");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"O banco de jobs '{path}' não pode ser usado: {exception.Message}");
        }
    }

    /// <summary>Says what is wrong with a file's structure; null when all is well, or when there is no file.</summary>
    /// <exception cref="IOException">It cannot be read or written at all.</exception>
    public static string? Damage(string path)
    {
        if (!File.Exists(path)) return null;
        if (new FileInfo(path).Length == 0) return File.Exists(CopyOf(path)) ? "está vazio" : null;
        try
        {
            if (!HasHeader(path)) return "não começa como um banco";
            // What a killed process had committed comes into the file now.
            if (File.Exists(LogOf(path))) OpenDatabase(path).Dispose();
            return DamagedPage(path);
        }
        catch (LiteException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>Keeps a file that turned out to be unreadable out of the way.</summary>
    public StartupException GiveUp(Exception reason)
    {
        Dispose();
        return Refusal(_path, SetAside(_path, _time), $"está danificado ({reason.Message})");
    }

    /// <summary>Keeps a copy of the file, once its content has been read. Nobody may write meanwhile.</summary>
    public void Keep()
    {
        _database.Checkpoint();
        Copy(_path, CopyOf(_path));
    }

    /// <summary>Opens the file anew: after a failed write LiteDB serves nothing any more.</summary>
    public void Reopen()
    {
        _isOpen = false;
        Dispose();
        EnsureOpen();
    }

    public void EnsureOpen()
    {
        if (_isOpen) return;
        lock (_opening)
        {
            _database = OpenDatabase(_path);
            Monitor.PulseAll(_opening);
        }

        _isOpen = true;
    }

    /// <summary>Reads, and again when the database was opened anew meanwhile: a write that fails closes it under those who read.</summary>
    /// <param name="read">Gives what it has read, not something that is still to be read.</param>
    public T Read<T>(Func<LiteDatabase, T> read)
    {
        for (var attempt = 1; ; attempt++)
        {
            var database = _database;
            try
            {
                return read(database);
            }
            catch (Exception)
            {
                if (attempt == Attempts || !IsReplaced(database)) throw;
            }
        }
    }

    /// <summary>Where the copy of a good file is kept.</summary>
    public static string CopyOf(string path) => Path.Combine(Path.GetDirectoryName(path)!, "backup", Path.GetFileName(path));

    public void Dispose()
    {
        LeftTransactions.Disarm(_database);
        try
        {
            _database.Dispose();
        }
        catch (Exception exception) when (exception is IOException or LiteException)
        {
            // The file stays as it is on the disk, which is what the next one to open it goes by.
        }
    }

    public static LiteDatabase OpenDatabase(string path) =>
        new(new ConnectionString { Filename = path, Connection = ConnectionType.Direct }) { UtcDate = true };

    /// <summary>Opens a file that stays as it is.</summary>
    public static LiteDatabase OpenToRead(string path) =>
        new(new ConnectionString { Filename = path, Connection = ConnectionType.Direct, ReadOnly = true }) { UtcDate = true };

    /// <summary>Copies a file; the copy appears whole or not at all.</summary>
    public static void Copy(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(target))!);
        var temporary = $"{target}.{Guid.NewGuid():N}";
        try
        {
            File.Copy(path, temporary);
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private bool IsReplaced(LiteDatabase database)
    {
        lock (_opening)
        {
            if (ReferenceEquals(database, _database)) Monitor.Wait(_opening, PatienceToReopen);
            return !ReferenceEquals(database, _database);
        }
    }

    private static bool HasHeader(string path)
    {
        var page = new byte[PageBytes];
        using var file = Read(path);
        return file.ReadAtLeast(page, PageBytes, throwOnEndOfStream: false) == PageBytes && page.AsSpan(HeaderAt).StartsWith("** This is a LiteDB file **"u8);
    }

    // Every page tells its number and its kind, and the first one how many there are.
    private static string? DamagedPage(string path)
    {
        var page = new byte[PageBytes];
        using var file = Read(path);
        long last = 0;
        for (var number = 0L; ; number++)
        {
            var read = file.ReadAtLeast(page, PageBytes, throwOnEndOfStream: false);
            if (read == 0) return number > last ? null : $"termina na página {number} de {last + 1}";
            if (read < PageBytes) return $"termina no meio da página {number}";
            if (number == 0) last = BinaryPrimitives.ReadUInt32LittleEndian(page.AsSpan(LastPageAt));
            if (BinaryPrimitives.ReadUInt32LittleEndian(page) != number || page[PageTypeAt] > HighestPageType) return $"página {number} de {last + 1}";
        }
    }

    private static FileStream Read(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 20);

    private static string SetAside(string path, TimeProvider time)
    {
        var aside = string.Create(CultureInfo.InvariantCulture, $"{path}.damaged-{time.GetUtcNow():yyyyMMddTHHmmssfff}");
        File.Move(path, aside);
        if (File.Exists(LogOf(path))) File.Move(LogOf(path), $"{aside}.log");
        return aside;
    }

    private static string LogOf(string path) => Path.ChangeExtension(path, null) + "-log.db";

    private static string? LastSetAside(string path) =>
        Directory.GetFiles(Path.GetDirectoryName(path)!, $"{Path.GetFileName(path)}.damaged-*").Order(StringComparer.Ordinal).LastOrDefault();

    private static StartupException Refusal(string path, string aside, string what)
    {
        var copy = CopyOf(path);
        var restore = File.Exists(copy)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Para seguir com a cópia de {File.GetLastWriteTimeUtc(copy):dd/MM/yyyy HH:mm} (UTC), copie '{copy}' para '{path}': o que veio depois dela se perde, e nenhum job é executado duas vezes. ")
            : "";
        return new StartupException($"O banco de jobs {what} e foi guardado em '{aside}'. {restore}Para começar com um banco vazio, tire esse arquivo da pasta");
    }
}
