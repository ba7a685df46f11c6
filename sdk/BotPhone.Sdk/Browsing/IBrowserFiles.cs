namespace BotPhone.Sdk;

/// <summary>The files of a browser that works on another machine.</summary>
public interface IBrowserFiles
{
    /// <summary>The folder for this session's downloads on that machine, as the browser is told it.</summary>
    string Folder { get; }

    /// <summary>Brings a file here that the browser has downloaded.</summary>
    /// <param name="path">Where the browser says that it is.</param>
    /// <param name="destination">Where to put it on this machine.</param>
    /// <param name="maxBytes">A larger one is left off after so many bytes and one.</param>
    /// <param name="cancellation">Ends the transfer.</param>
    /// <exception cref="IOException">It did not come.</exception>
    Task FetchAsync(string path, string destination, long maxBytes, CancellationToken cancellation);
}
