using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BotPhone.Browsers;

/// <summary>
/// The keys of hosts whose self-signed certificate an operator accepts. The browser gets them in the place of an exception for all hosts:
/// whoever shows another key is refused as ever.
/// </summary>
internal static class CertificatePins
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <returns>SHA-256 of each host's public key in base64, as Chromium wants it. A host that does not answer is left out: its page will say why.</returns>
    public static async Task<IReadOnlyList<string>> OfAsync(IReadOnlyList<Uri> hosts, CancellationToken cancellation)
    {
        var keys = new List<string>();
        foreach (var host in hosts)
            if (await CertificateOfAsync(host, cancellation) is { } certificate) keys.Add(Pin(certificate));
        return keys;
    }

    // Nothing is sent over this connection: it only shows the key.
    private static X509Certificate2? Copy(X509Certificate? shown) => shown is null ? null : X509CertificateLoader.LoadCertificate(shown.GetRawCertData());

    private static string Pin(X509Certificate2 certificate)
    {
        using (certificate) return Convert.ToBase64String(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));
    }

    private static async Task<X509Certificate2?> CertificateOfAsync(Uri host, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host.Host, host.Port, limit.Token);
            X509Certificate2? seen = null;
            await using var tls = new SslStream(client.GetStream());
            var options = new SslClientAuthenticationOptions
            {
                TargetHost = host.Host,
                RemoteCertificateValidationCallback = (_, certificate, _, _) => (seen = Copy(certificate)) is not null,
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
}
