using BotPhone.Jobs;
using BotPhone.Sdk;

namespace BotPhone.Tests.Jobs;

public class JobClientTests
{
    private static readonly Dictionary<string, string> Values = new() { ["senha"] = "11.222.333/0001-81", ["cliente"] = "11.444.777/0001-61", ["outro"] = "11222333000181", ["filtro"] = "21 0034-5678" };

    [Fact]
    public void Of_ARequest_IsItsFirstCnpjNormalisedAndItsFilterAsItCame() =>
        Assert.Equal(new JobClient("11444777000161", "21 0034-5678"), JobClient.Of(PayloadSchema.Of(typeof(Request)), Values));

    [Fact]
    public void Of_ARequestWithoutThem_IsUnknown() => Assert.Equal(JobClient.Unknown, JobClient.Of(PayloadSchema.Of(typeof(Other)), Values));

    [Fact]
    public void Of_AFilterThatIsSecret_IsNotKept() => Assert.Null(JobClient.Of(PayloadSchema.Of(typeof(SecretFilter)), Values).Filter);

    [Theory]
    [InlineData("21 0034-5678", "2100345678")]
    [InlineData("ab1", "AB1")]
    [InlineData("--", "--")]
    public void AccountWith_APunctuatedFilter_IsTheSameAccount(string filter, string number) =>
        Assert.Equal(new InvoiceAccount("OP", Cnpj.Parse("11444777000161"), number), new JobClient("11444777000161", filter).AccountWith("OP"));

    [Fact]
    public void AccountWith_OneOfThemMissing_IsNone()
    {
        Assert.Null(new JobClient("11444777000161", null).AccountWith("OP"));
        Assert.Null(new JobClient(null, "1").AccountWith("OP"));
    }

    private sealed record Request
    {
        [PayloadField("senha", "Senha", Secret = true)]
        public Cnpj Password { get; init; }

        [PayloadField("cliente", "Cliente")]
        public Cnpj Client { get; init; }

        [PayloadField("outro", "Outro")]
        public Cnpj Another { get; init; }

        [PayloadField("filtro", "Filtro")]
        public string Filter { get; init; } = "";
    }

    private sealed record Other
    {
        [PayloadField("cliente", "Cliente")]
        public string Name { get; init; } = "";
    }

    private sealed record SecretFilter
    {
        [PayloadField("filtro", "Filtro", Secret = true)]
        public string Filter { get; init; } = "";
    }
}
