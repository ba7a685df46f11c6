using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BotPhone.Hosting;
using Microsoft.Extensions.Options;

namespace BotPhone.Operators;

/// <summary>
/// Whether an operator's files come from somebody whose certificate is configured: a detached CMS signature over the manifest of their
/// hashes, which must name each of them and no other.
/// </summary>
internal sealed class OperatorTrust(IOptions<OperatorsOptions> options)
{
    private readonly X509Certificate2Collection _trusted = Load(options.Value.Certificates);

    /// <returns>Whether the files are signed by one who is trusted.</returns>
    /// <exception cref="RejectedException">They must be and are not, or their signature does not hold.</exception>
    public bool Check(OperatorFiles files, bool mustBeSigned)
    {
        if (_trusted.Count > 0 && files.All.TryGetValue(OperatorFiles.SignatureFile, out var signature))
        {
            CheckManifest(files);
            CheckSignature(files.All[OperatorFiles.ManifestFile], signature);
            return true;
        }

        if (options.Value.Trust == OperatorsOptions.SignedTrust)
            throw new RejectedException($"não está assinada: falta {OperatorFiles.SignatureFile}, e Operators:Trust=signed a exige");
        if (mustBeSigned) throw new RejectedException("a versão anterior era assinada, e esta não é");
        return false;
    }

    private static void CheckManifest(OperatorFiles files)
    {
        if (!files.All.TryGetValue(OperatorFiles.ManifestFile, out var manifest)) throw new RejectedException($"falta {OperatorFiles.ManifestFile}, que a assinatura cobre");
        var (said, actual) = (Lines(Encoding.UTF8.GetString(manifest)), Lines(files.Manifest));
        if ((actual.FirstOrDefault(line => !said.Contains(line)) ?? said.FirstOrDefault(line => !actual.Contains(line))) is { } other)
            throw new RejectedException($"o {OperatorFiles.ManifestFile} não confere com o arquivo '{other.Split("  ", 2)[^1]}'");
    }

    // As the program sha256sum writes them, in text or binary mode.
    private static HashSet<string> Lines(string manifest) =>
        [.. manifest.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Replace(" *", "  ", StringComparison.Ordinal).Replace("  ./", "  ", StringComparison.Ordinal))];

    private void CheckSignature(byte[] manifest, byte[] signature)
    {
        try
        {
            var cms = new SignedCms(new ContentInfo(manifest), detached: true);
            cms.Decode(Binary(signature));
            cms.CheckSignature(verifySignatureOnly: true);
            if (cms.SignerInfos.Count == 0 || !cms.SignerInfos.Cast<SignerInfo>().All(signer => IsTrusted(signer.Certificate, cms.Certificates)))
                throw new RejectedException("foi assinada por alguém cujo certificado não está em Operators:Certificates");
        }
        catch (CryptographicException exception)
        {
            throw new RejectedException("a assinatura não vale para estes arquivos", exception);
        }
    }

    private bool IsTrusted(X509Certificate2? signer, X509Certificate2Collection sent)
    {
        if (signer is null) return false;
        if (_trusted.Any(trusted => trusted.RawDataMemory.Span.SequenceEqual(signer.RawDataMemory.Span))) return true;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_trusted);
        chain.ChainPolicy.ExtraStore.AddRange(sent);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        return chain.Build(signer);
    }

    // Of PEM or DER.
    private static byte[] Binary(byte[] signature)
    {
        var text = Encoding.ASCII.GetString(signature);
        return PemEncoding.TryFind(text, out var pem) ? Convert.FromBase64String(text[pem.Base64Data]) : signature;
    }

    private static X509Certificate2Collection Load(IEnumerable<string> files)
    {
        var all = new X509Certificate2Collection();
        foreach (var file in files)
        {
            try
            {
                all.Add(X509CertificateLoader.LoadCertificateFromFile(file));
            }
            catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
            {
                throw new StartupException($"Operators:Certificates: '{file}' não é um certificado que se possa ler ({exception.Message})");
            }
        }

        return all;
    }
}
