namespace BotPhone.Hosting;

/// <summary>Files whose content must not outlive them.</summary>
internal static class SecretFile
{
    /// <summary>Overwrites a file on the disk and removes it; nothing happens when it is not there.</summary>
    public static void Erase(string path)
    {
        if (!File.Exists(path)) return;
        using (var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write))
        {
            RandomAccess.Write(file, new byte[RandomAccess.GetLength(file)], 0);
            RandomAccess.FlushToDisk(file);
        }

        File.Delete(path);
    }
}
