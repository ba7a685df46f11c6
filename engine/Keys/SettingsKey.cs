using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace BotPhone.Keys;

/// <summary>Encrypts the keys on the disk with the key <c>Secrets:Key</c> (AES-256-GCM). A box is nonce, tag and text.</summary>
internal sealed class SettingsKey(IOptions<SecretsOptions> options) : IXmlEncryptor
{
    public const int Bytes = 32;
    private const int Nonce = 12;
    private const int Tag = 16;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var clear = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var box = new byte[Nonce + Tag + clear.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, Nonce));
        using (var aes = NewCipher()) aes.Encrypt(box.AsSpan(0, Nonce), clear, box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag));
        CryptographicOperations.ZeroMemory(clear);
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(box)), typeof(SettingsKeyDecryptor));
    }

    /// <exception cref="CryptographicException">Another key encrypted it, or it was changed.</exception>
    public XElement Decrypt(XElement sealedElement)
    {
        var box = Convert.FromBase64String(sealedElement.Value).AsSpan();
        var clear = new byte[box.Length - Nonce - Tag];
        using (var aes = NewCipher()) aes.Decrypt(box[..Nonce], box[(Nonce + Tag)..], box.Slice(Nonce, Tag), clear);
        return XElement.Parse(Encoding.UTF8.GetString(clear));
    }

    private AesGcm NewCipher() => options.Value.Key is { } key
        ? new AesGcm(Convert.FromBase64String(key), Tag)
        : throw new CryptographicException("Secrets:Key is not set.");
}

/// <summary>Named in each key's file, which is how the platform finds who can read it.</summary>
internal sealed class SettingsKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => services.GetRequiredService<SettingsKey>().Decrypt(encryptedElement);
}
