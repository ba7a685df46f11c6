using BotPhone.Sdk;

namespace BotPhone.Tests.Sdk;

public class PayloadSchemaTests
{
    [Fact]
    public void Of_InvoiceRequest_IsTheSeedsPayload()
    {
        var fields = PayloadSchema.Of(typeof(InvoiceRequest)).Fields;
        Assert.Equal(["login", "senha", "filtro", "cnpj"], fields.Select(field => field.Name));
        Assert.All(fields, field => Assert.True(field.IsRequired));
        Assert.Equal(["senha"], fields.Where(field => field.IsSecret).Select(field => field.Name));
        Assert.Equal([FieldKind.Text, FieldKind.Text, FieldKind.Text, FieldKind.Cnpj], fields.Select(field => field.Kind));
    }

    [Fact]
    public void Of_DerivedType_HasTheBaseFieldsFirstAndOptionalOnesByNullability()
    {
        var fields = PayloadSchema.Of(typeof(WithMore)).Fields;
        Assert.Equal(["login", "senha", "filtro", "cnpj", "cpf", "vencimento", "arquivo"], fields.Select(field => field.Name));
        Assert.Equal([true, true, true, true, false, true, false], fields.Select(field => field.IsRequired));
    }

    [Fact]
    public void Bind_CheckedValues_GivesTypedProperties()
    {
        var payload = (WithMore)PayloadSchema.Of(typeof(WithMore)).Bind(new Dictionary<string, string>
        {
            ["login"] = "ana", ["cnpj"] = "12.abc.345/01de-35", ["vencimento"] = "29/02/2024", ["arquivo"] = "a/b.pdf", ["unknown"] = "x",
        });
        Assert.Equal("ana", payload.Login);
        Assert.Equal("12ABC34501DE35", payload.Cnpj.Value);
        Assert.Equal(new DateOnly(2024, 2, 29), payload.DueDate);
        Assert.Equal("a/b.pdf", payload.File?.Value);
        Assert.Null(payload.Cpf);
    }

    [Fact]
    public void ToString_OfARequest_DoesNotShowThePassword()
    {
        var request = new WithMore { Login = "ana", Password = "segredo", Filter = "1", Cnpj = default, DueDate = default };
        Assert.Contains("ana", request.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("segredo", request.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(WithNumber))]
    [InlineData(typeof(WithTwins))]
    [InlineData(typeof(WithNothing))]
    [InlineData(typeof(WithoutConstructor))]
    public void Of_TypeThatIsNoPayload_SaysWhy(Type type) =>
        Assert.Contains(type.Name, Assert.Throws<InvalidOperationException>(() => PayloadSchema.Of(type)).Message, StringComparison.Ordinal);

    private sealed record WithMore : InvoiceRequest
    {
        [PayloadField("cpf", "CPF")]
        public string? Cpf { get; init; }

        [PayloadField("vencimento", "Vencimento")]
        public required DateOnly DueDate { get; init; }

        [PayloadField("arquivo", "Arquivo")]
        public StorageKey? File { get; init; }
    }

    private sealed record WithNumber
    {
        [PayloadField("n", "n")]
        public int Number { get; init; }
    }

    private sealed record WithTwins
    {
        [PayloadField("a", "a")]
        public string? A { get; init; }

        [PayloadField("a", "a")]
        public string? B { get; init; }
    }

    private sealed record WithNothing;

    private sealed record WithoutConstructor([property: PayloadField("a", "a")] string A);
}
