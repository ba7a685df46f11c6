using System.Text;
using System.Text.Json;
using BotPhone.Invoices;

namespace BotPhone.Tests.Invoices;

public class RedactorTests
{
    private const string Secret = "S3nh@ & 100%/ção\"'<";

    public static TheoryData<string> Forms => new(
        Secret,
        Uri.EscapeDataString(Secret),
        System.Net.WebUtility.UrlEncode(Secret),
        System.Net.WebUtility.HtmlEncode(Secret),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)),
        JsonSerializer.Serialize(Secret).Trim('"'));

    [Theory]
    [MemberData(nameof(Forms))]
    public void Clean_AnyFormOfTheSecret_IsBlanked(string form) =>
        Assert.Equal("antes ••• depois", new Redactor([Secret]).Clean($"antes {form} depois"));

    [Fact]
    public void Clean_OneSecretInsideAnother_LeavesNoRest() => Assert.Equal("•••", new Redactor(["abc", "abcdef"]).Clean("abcdef"));

    [Theory]
    [InlineData("x", "Executando: senha x, x!", "Executando: senha •••, •••!")]
    [InlineData("123", "conta 91234, senha=123", "conta 91234, senha=•••")]
    public void Clean_ShortSecret_IsBlankedAsAWordOnly(string secret, string text, string expected) => Assert.Equal(expected, new Redactor([secret]).Clean(text));

    [Fact]
    public void Clean_EmptySecret_ChangesNothing() => Assert.Equal("texto", new Redactor([""]).Clean("texto"));
}
