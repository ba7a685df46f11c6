using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BotPhone.Invoices;

/// <summary>
/// The certificates of hosts that an operator accepts although nobody vouches for them. The browser is told these very ones in the place of
/// an exception for all hosts: whoever shows another is refused as ever.
/// </summary>
internal static class SelfSignedHosts
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="hosts">Who is asked.</param>
    /// <param name="reachable">Nobody else is.</param>
    /// <param name="cancellation">Ends the asking.</param>
    /// <returns>A host that does not answer is left out: its page will say why.</returns>
    public static async Task<IReadOnlyList<ShownCertificate>> AskAsync(IReadOnlyList<Uri> hosts, ReachableHosts reachable, CancellationToken cancellation)
    {
        var shown = new List<ShownCertificate>();
        foreach (var host in hosts)
            if (await AskAsync(host, reachable, cancellation) is { } certificate) shown.Add(certificate);
        return shown;
    }

    /// <summary>Tells a Chromium what it accepts.</summary>
    public static string ChromeArgument(IReadOnlyList<ShownCertificate> shown) =>
        $"--ignore-certificate-errors-spki-list={string.Join(',', shown.Select(one => Convert.ToBase64String(one.KeyHash)))}";

    private static async Task<ShownCertificate?> AskAsync(Uri host, ReachableHosts reachable, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            if ((await HostRoute.OpenAsync(reachable, host.IdnHost, host.Port, limit.Token)).Socket is not { } socket) return null;
            ShownCertificate? seen = null;
            await using var tls = new SslStream(new NetworkStream(socket, ownsSocket: true));
            var options = new SslClientAuthenticationOptions
            {
                TargetHost = host.Host,
                RemoteCertificateValidationCallback = (_, certificate, _, _) => (seen = Read(host, certificate)) is not null,
            };
            await tls.AuthenticateAsClientAsync(options, limit.Token);
            return seen;
        }
        catch (Exception exception) when (exception is SocketException or IOException or AuthenticationException
            || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }

    // Nothing is sent over this connection: it only shows the certificate.
    private static ShownCertificate? Read(Uri host, X509Certificate? shown)
    {
        if (shown is null) return null;
        using var certificate = X509CertificateLoader.LoadCertificate(shown.GetRawCertData());
        return new ShownCertificate(host, SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()), SHA256.HashData(certificate.RawData));
    }
}

/// <param name="Host">Who showed it.</param>
/// <param name="KeyHash">SHA-256 of the public key.</param>
/// <param name="Fingerprint">SHA-256 of the whole certificate.</param>
internal sealed record ShownCertificate(Uri Host, byte[] KeyHash, byte[] Fingerprint);
