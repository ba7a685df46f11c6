using BotPhone.Documents.Names;
using BotPhone.Sdk;

namespace BotPhone.Tests.Documents.Names;

public class DocumentNamesTests
{
    private static readonly DateOnly DueDate = new(2026, 1, 10);

    [Theory]
    [InlineData("OI", "2100345678", "faturas/oi/12abc34501de35/oi_202601_2100345678.pdf")]
    [InlineData("OI", "1234-5678", "faturas/oi/12abc34501de35/oi_202601_12345678.pdf")]
    [InlineData("OI", "---", "faturas/oi/12abc34501de35/oi_202601_conta.pdf")]
    [InlineData("OI", "", "faturas/oi/12abc34501de35/oi_202601_conta.pdf")]
    [InlineData("OI", "conta", "faturas/oi/12abc34501de35/oi_202601_conta-ce992143.pdf")]
    [InlineData("DIGITALNET", "AB../..\\9", "faturas/digitalnet/12abc34501de35/digitalnet_202601_ab9.pdf")]
    [InlineData("DIGITALNET", "AB../..\\Ç9", "faturas/digitalnet/12abc34501de35/digitalnet_202601_abc9-71fb12b7.pdf")]
    [InlineData("OI", "账户", "faturas/oi/12abc34501de35/oi_202601_conta-061246bd.pdf")]
    public void Of_AnyAccount_IsASafeName(string code, string account, string expected)
    {
        Assert.Equal(expected, DocumentNames.Default.Of(code, Invoice(account)).Value);
        Assert.Equal(expected, DocumentNames.Default.Of(code, Invoice(account), filter: account).Value);
    }

    /// <summary>The longest that is kept whole, and one more.</summary>
    [Fact]
    public void Of_LongAccount_IsCutAndKeepsItsDifference()
    {
        var longest = new string('7', SafeName.MaxLength);
        Assert.EndsWith($"_{longest}.pdf", KeyOf(longest), StringComparison.Ordinal);
        Assert.Matches($"_{longest[..^9]}-[0-9a-f]{{8}}\\.pdf$", KeyOf(longest + "1"));
        Assert.NotEqual(KeyOf(longest + "1"), KeyOf(longest + "2"));
    }

    [Theory]
    [InlineData("(11) 98765-4321", "oi_202601_11987654321.pdf")]
    [InlineData("0700112233_10", "oi_202601_0700112233_10.pdf")]
    [InlineData(" . ", "oi_202601_2100345678.pdf")]
    [InlineData(null, "oi_202601_2100345678.pdf")]
    public void Of_Filter_StandsInTheName(string? filter, string expected) =>
        Assert.EndsWith("/" + expected, DocumentNames.Default.Of("OI", Invoice("2100345678"), filter).Value, StringComparison.Ordinal);

    /// <summary>The short form of the document from which this product is made.</summary>
    [Fact]
    public void Of_ShortTemplate_IsTheShortName() =>
        Assert.Equal("faturas/oi_202601.pdf", new DocumentNames("faturas/{{ operadora }}_{{ competencia }}.pdf").Of("OI", Invoice("1")).Value);

    [Theory]
    [InlineData("{{ ano }}/{{ mes }}/{{ vencimento }}_{{ conta }}_{{ filtro }}.pdf", "2026/01/20260110_2100345678_11987654321.pdf")]
    [InlineData("{{ cnpj | string.slice 0 8 }}/{{ cnpj }}.pdf", "12abc345/12abc34501de35.pdf")]
    [InlineData("{{ operadora | string.replace '_' '-' }}/{{ conta }}.pdf", "oi-fixo/2100345678.pdf")]
    [InlineData("{{ if filtro == conta }}contas{{ else }}linhas{{ end }}/{{ filtro }}.pdf", "linhas/11987654321.pdf")]
    [InlineData("{{ if (operadora | string.starts_with 'oi') && !(conta | string.contains '9') }}a{{ else if conta != 'x' }}b{{ end }}/{{- filtro -}}  .pdf", "a/11987654321.pdf")]
    [InlineData("{{ # um comentário\n conta }}.pdf", "2100345678.pdf")]
    public void Of_AnyTemplate_IsWhatItSays(string template, string expected) =>
        Assert.Equal(expected, new DocumentNames(template).Of("OI_FIXO", Invoice("2100345678"), "(11) 98765-4321").Value);

    /// <summary>Windows has devices of these names in every folder, with any extension.</summary>
    [Theory]
    [InlineData("CON", "nul", "con-1143da2b/nul-99e62427.pdf")]
    [InlineData("OI", "COM1", "oi/com1-957a49c3.pdf")]
    [InlineData("OI", "com10", "oi/com10.pdf")]
    [InlineData("CONTROLE", "null", "controle/null.pdf")]
    public void Of_NameOfADevice_IsAnother(string code, string account, string expected) =>
        Assert.Equal(expected, new DocumentNames("{{ operadora }}/{{ conta }}.pdf").Of(code, Invoice(account)).Value);

    /// <summary>A template can be wrong for one invoice only: that one is not stored under another name.</summary>
    [Fact]
    public void Of_InvoiceWithoutAKey_FailsAndSaysWhere()
    {
        var names = new DocumentNames("{{ if conta == '666' }}../{{ end }}{{ conta }}.pdf");
        Assert.Equal("665.pdf", names.Of("OI", Invoice("665")).Value);
        var failure = Assert.Throws<OperatorException>(() => names.Of("OI", Invoice("666")));
        Assert.Equal(ErrorCode.StorageFailed, failure.Code);
        Assert.Equal("Documents:KeyTemplate não serve (linha 1, coluna 24): '..' não pode começar com '.'", failure.Message);
    }

    private static string KeyOf(string account) => DocumentNames.Default.Of("OI", Invoice(account)).Value;

    private static ExpectedInvoice Invoice(string account) => new(Cnpj.Parse("12.ABC.345/01DE-35"), account, DueDate);
}
