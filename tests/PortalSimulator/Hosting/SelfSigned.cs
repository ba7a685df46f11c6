using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BotPhone.PortalSimulator.Hosting;

/// <summary>Certificates for 127.0.0.1 that nobody vouches for. Each has a key of its own: who accepts one accepts no other.</summary>
internal static class SelfSigned
{
    private static readonly ConcurrentDictionary<string, Lazy<X509Certificate2>> Made = new();

    /// <summary>The certificate of a host, which keeps it as real hosts do: it is the same in every simulator of a process.</summary>
    public static X509Certificate2 Of(string host) => Made.GetOrAdd(host, _ => new(NewCertificate)).Value;

    private static X509Certificate2 NewCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2044, 1, 1, 0, 0, 0, TimeSpan.Zero));
        // With its key in a form that every system's TLS takes.
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
