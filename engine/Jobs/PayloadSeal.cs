using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace BotPhone.Jobs;

/// <summary>Encrypts a payload from acceptance until the job ends.</summary>
internal sealed class PayloadSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("BotPhone.Jobs.Payload.v1");

    public byte[] Close(IReadOnlyDictionary<string, string> values) =>
        _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(values, JobsJson.Default.IReadOnlyDictionaryStringString));

    public IReadOnlyDictionary<string, string> Open(byte[] sealedPayload) =>
        JsonSerializer.Deserialize(_protector.Unprotect(sealedPayload), JobsJson.Default.IReadOnlyDictionaryStringString)!;
}
