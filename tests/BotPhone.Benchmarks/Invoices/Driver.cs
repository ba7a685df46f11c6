using BotPhone.Sdk;
using OpenQA.Selenium.Chrome;

namespace BotPhone.Benchmarks;

internal static class Driver
{
    /// <summary>The driver of this machine.</summary>
    public static ChromeDriverService NewService()
    {
        var program = new FileInfo(PortalBrowser.Find(PortalBrowser.ChromeDriverNames)!);
        var service = ChromeDriverService.CreateDefaultService(program.DirectoryName!, program.Name);
        service.SuppressInitialDiagnosticInformation = true;
        return service;
    }
}
