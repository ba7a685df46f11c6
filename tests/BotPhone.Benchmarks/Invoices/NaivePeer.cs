using BotPhone.PortalSimulator;
using BotPhone.Sdk;
using OpenQA.Selenium.Chrome;

namespace BotPhone.Benchmarks;

/// <summary>What such robots usually are: for every invoice a Chromium of its own, looked at every half second.</summary>
internal sealed class NaivePeer(Uri portal) : IInvoiceWay
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public string Name => "um Chromium novo por fatura";

    public Task FetchAsync(IReadOnlyList<SimulatedCase> wanted) =>
        Parallel.ForEachAsync(wanted, new ParallelOptions { MaxDegreeOfParallelism = IInvoiceWay.AtATime }, async (one, _) => await FetchAsync(one));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task FetchAsync(SimulatedCase wanted)
    {
        var folder = Directory.CreateTempSubdirectory("botphone-bench-");
        var downloads = folder.CreateSubdirectory("downloads");
        var chrome = new ChromeOptions { BinaryLocation = PortalBrowser.Find(["chromium"]) };
        chrome.AddArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", $"--user-data-dir={Path.Combine(folder.FullName, "profile")}");
        chrome.AddUserProfilePreference("download.default_directory", downloads.FullName);
        chrome.AddUserProfilePreference("plugins.always_open_pdf_externally", true);
        using (var driver = new ChromeDriver(Driver.NewService(), chrome))
        {
            var visit = new OiVisit(driver, portal, Pause);
            await visit.DownloadAsync(wanted);
            FileInfo? file;
            while ((file = downloads.EnumerateFiles("*.pdf").FirstOrDefault()) is null) await Task.Delay(Pause, TimeProvider.System);
            await FetchedInvoice.CheckAsync(file.FullName, wanted);
            await visit.SignOutAsync();
        }

        folder.Delete(recursive: true);
    }
}
