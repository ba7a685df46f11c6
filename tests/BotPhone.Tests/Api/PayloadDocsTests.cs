using System.Text.RegularExpressions;
using BotPhone.Api;
using BotPhone.Invoices;
using BotPhone.Jobs;
using BotPhone.Sdk;
using Microsoft.OpenApi;

namespace BotPhone.Tests.Api;

public class PayloadDocsTests
{
    private static readonly PayloadSchema Payload = PayloadSchema.Of(typeof(Request));
    private static readonly IDictionary<string, IOpenApiSchema> Properties = PayloadDocs.SchemaOf(new Operator()).Properties!;

    [Theory]
    [InlineData("cnpj", "12.345.678/0001-90")]
    [InlineData("cnpj", "11222333000181")]
    [InlineData("cnpj", " 12 abc.345/01de-35 ")]
    [InlineData("cnpj", "12.\u00ADABC.345/01DE-3")]
    [InlineData("cnpj", "12.ABC.345/01DE-3X")]
    [InlineData("cnpj", "112223330001811")]
    [InlineData("cnpj", "11222333_00181")]
    [InlineData("quando", "15/01/2024")]
    [InlineData("quando", "15/13/2024")]
    [InlineData("quando", "2024-01-15")]
    [InlineData("quando", "5/1/2024")]
    public void SchemaOf_PatternOfAField_AgreesWithTheServer(string field, string text) =>
        Assert.Equal(Payload.Fields.Single(one => one.Name == field).TryRead(text, out _), Regex.IsMatch(text, Properties[field].Pattern!));

    [Fact]
    public void SchemaOf_SecretField_IsWrittenOnly() => Assert.Equal(("password", true), (Properties["segredo"].Format, Properties["segredo"].WriteOnly));

    [Fact]
    public void SchemaOf_OptionalField_MayBeNullOrAbsent()
    {
        Assert.Equal(["cnpj", "quando", "segredo"], PayloadDocs.SchemaOf(new Operator()).Required!.Order());
        Assert.Equal(JsonSchemaType.String | JsonSchemaType.Null, Properties["arquivo"].Type);
        Assert.Equal(("uuid", JsonSchemaType.String | JsonSchemaType.Null), (Properties["processo_id"].Format, Properties["processo_id"].Type));
    }

    [Fact]
    public void ExampleOf_FieldsWithoutExamples_FitTheirKinds() => Assert.Equal(
        """{"cnpj":"12.345.678/0001-90","quando":"15/01/2024","segredo":"texto"}""", PayloadDocs.ExampleOf(new Operator()).ToJsonString());

    private sealed record Request
    {
        [PayloadField("cnpj", "CNPJ")]
        public required Cnpj Cnpj { get; init; }

        [PayloadField("quando", "Data")]
        public required DateOnly When { get; init; }

        [PayloadField("segredo", "Segredo", Secret = true)]
        public required string Secret { get; init; }

        [PayloadField("arquivo", "Arquivo")]
        public StorageKey? File { get; init; }
    }

    private sealed class Operator : IOperatorVersion
    {
        public string Code => "X";

        public string Route => "x";

        public string Version => "1.0.0";

        public PayloadSchema Payload => PayloadDocsTests.Payload;

        public bool Restartable => true;

        public TimeSpan? Timeout => null;

        public object? Settings => null;

        public ReachableHosts Hosts => ReachableHosts.None;

        public IReadOnlyList<string> Blocked => [];

        public bool OneSessionPerLogin => false;

        public bool ReusesSession => false;

        public bool Registers => false;

        public IReadOnlyList<string> Secrets => [];

        public Task<OperatorResult> RunAsync(JobContext job) => throw new NotSupportedException();

        public void Ended(ErrorCode? failure) => throw new NotSupportedException();
    }
}
