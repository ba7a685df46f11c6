using BotPhone.Invoices;
using BotPhone.Sdk;
using OpenQA.Selenium;
using OpenQA.Selenium.Firefox;

namespace BotPhone.Browsers;

/// <summary>Starts Firefox.</summary>
internal static class FirefoxLauncher
{
    private const string Sha256 = "OID.2.16.840.1.101.3.4.2.1";

    public static DriverService NewService(string driver) => FirefoxDriverService.CreateDefaultService(Path.GetDirectoryName(driver)!, Path.GetFileName(driver));

    public static WebDriver Start(DriverService service, FirefoxOptions options, TimeSpan commandTimeout) =>
        new FirefoxDriver((FirefoxDriverService)service, options, commandTimeout);

    public static FirefoxOptions NewOptions(string binary, BrowserOptions settings, BrowserSession session, IReadOnlyList<ShownCertificate> selfSigned)
    {
        var folder = session.Folder;
        var firefox = PortalBrowser.ForPortals(new FirefoxOptions { BinaryLocation = binary });
        if (settings.Headless) firefox.AddArgument("-headless");
        firefox.AddArguments("-profile", folder.Profile, "--width=1366", "--height=900");
        firefox.AddArguments(settings.Arguments);
        firefox.SetPreference("browser.download.folderList", 2);
        firefox.SetPreference("browser.download.dir", folder.Downloads);
        firefox.SetPreference("browser.download.always_ask_before_handling_new_types", false);
        firefox.SetPreference("browser.download.manager.showWhenStarting", false);
        firefox.SetPreference("browser.helperApps.neverAsk.saveToDisk", "application/pdf,application/zip,application/octet-stream");
        firefox.SetPreference("pdfjs.disabled", true);
        firefox.SetPreference("signon.rememberSignons", false);
        firefox.SetPreference("intl.accept_languages", "pt-BR,pt");
        firefox.SetPreference("network.captive-portal-service.enabled", false);
        firefox.SetPreference("network.connectivity-service.enabled", false);
        firefox.SetPreference("app.update.enabled", false);
        firefox.SetPreference("datareporting.policy.dataSubmissionEnabled", false);
        // A browser sends again by itself what it had sent on a connection that breaks, a password too.
        firefox.SetPreference("network.http.request.max-attempts", 1);
        LeadThrough(session.Gate, firefox);
        WriteExceptions(folder, selfSigned);
        return firefox;
    }

    // No other way to the network, not even to this machine.
    private static void LeadThrough(SessionGate gate, FirefoxOptions firefox)
    {
        firefox.SetPreference("network.proxy.type", 1);
        firefox.SetPreference("network.proxy.socks", "127.0.0.1");
        firefox.SetPreference("network.proxy.socks_port", gate.Address.Port);
        firefox.SetPreference("network.proxy.socks_version", 5);
        firefox.SetPreference("network.proxy.socks_remote_dns", true);
        firefox.SetPreference("network.proxy.no_proxies_on", "");
        firefox.SetPreference("network.proxy.allow_hijacking_localhost", true);
        firefox.SetPreference("network.proxy.failover_direct", false);
        firefox.SetPreference("network.dns.disablePrefetch", true);
        firefox.SetPreference("media.peerconnection.ice.proxy_only", true);
        firefox.SetPreference("network.http.http3.enable", false);
    }

    // The profile's own list of certificates that are accepted for one host each.
    private static void WriteExceptions(SessionFolder folder, IReadOnlyList<ShownCertificate> selfSigned)
    {
        if (selfSigned.Count == 0) return;
        File.WriteAllLines(
            Path.Combine(folder.Profile, "cert_override.txt"),
            selfSigned.Select(one => $"{one.Host.Host}:{one.Host.Port}:\t{Sha256}\t{string.Join(':', one.Fingerprint.Select(part => part.ToString("X2", null)))}\t"));
    }
}
