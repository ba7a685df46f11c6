using System.Text;
using BotPhone.Api;
using BotPhone.Jobs;
using BotPhone.Sdk;
using Microsoft.Extensions.Options;

namespace BotPhone.Tests.Jobs;

/// <summary>Contract §1: the 422 entries.</summary>
public class PayloadReaderTests
{
    private const string Good = """ "login":"a", "senha":"b", "filtro":"c", "cnpj":"12.345.678/0001-90" """;

    [Theory]
    [InlineData("""{"senha":"b","filtro":"c","cnpj":"11222333000181"}""", "login: field required (value_error.missing)")]
    [InlineData("""{"login":null,"senha":"b","filtro":"c","cnpj":"11222333000181"}""", "login: none is not an allowed value (type_error.none.not_allowed)")]
    [InlineData("""{"login":5,"senha":"b","filtro":"c","cnpj":"11222333000181"}""", "login: str type expected (type_error.str)")]
    [InlineData("""{"login":"\ud800","senha":"b","filtro":"c","cnpj":"11222333000181"}""", "login: str type expected (type_error.str)")]
    [InlineData("""{"login":"","senha":"b","filtro":"c","cnpj":"11222333000181"}""", "login: ensure this value has at least 1 characters (value_error.any_str.min_length)")]
    [InlineData("""{"login":"a","senha":"b","filtro":"c","cnpj":"123"}""", "cnpj: CNPJ inválido (value_error.cnpj)")]
    [InlineData("{" + Good + ""","vencimento":"31/02/2024"}""", "vencimento: data inválida: use DD/MM/AAAA (value_error.date)")]
    [InlineData("{" + Good + ""","vencimento":"1/2/2024"}""", "vencimento: data inválida: use DD/MM/AAAA (value_error.date)")]
    [InlineData("{" + Good + ""","arquivo":"../x"}""", "arquivo: nome de arquivo inválido (value_error.path)")]
    [InlineData("{" + Good + ""","processo_id":"x"}""", "processo_id: value is not a valid uuid (type_error.uuid)")]
    [InlineData("{" + Good + ""","processo_id":7}""", "processo_id: value is not a valid uuid (type_error.uuid)")]
    [InlineData("[]", ": value is not a valid dict (type_error.dict)")]
    [InlineData("""{"login":"a",}""", "13: o corpo não é um JSON válido (value_error.jsondecode)")]
    [InlineData("{\n\"login\": x}", "11: o corpo não é um JSON válido (value_error.jsondecode)")]
    [InlineData("", "0: o corpo não é um JSON válido (value_error.jsondecode)")]
    public void Read_OneFault_IsTheContractsEntry(string body, string expected) => Assert.Equal([expected], Read(body).Faults.Select(Text));

    [Fact]
    public void Read_SeveralFaults_AreAllThereInTheModelsOrder() => Assert.Equal(
        ["login: field required (value_error.missing)", "senha: none is not an allowed value (type_error.none.not_allowed)", "cnpj: CNPJ inválido (value_error.cnpj)", "processo_id: value is not a valid uuid (type_error.uuid)"],
        Read("""{"processo_id":"x","cnpj":"x","filtro":"c","senha":null}""").Faults.Select(Text));

    [Fact]
    public void Read_GoodBody_KeepsTheDeclaredFieldsOnly()
    {
        var body = Read("{" + Good + ""","processo_id":"b4148f5f-e820-408a-b623-8f1ba3fd2578","outro":[1,2]}""");
        Assert.Empty(body.Faults);
        Assert.Equal(["login", "senha", "filtro", "cnpj"], body.Values.Keys);
        Assert.Equal(Guid.Parse("b4148f5f-e820-408a-b623-8f1ba3fd2578"), body.ProcessoId);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("")]
    public void Read_OptionalFieldsAbsentOrNull_IsNoFault(string value) =>
        Assert.Empty(Read("{" + Good + (value.Length > 0 ? $""","processo_id":{value},"arquivo":{value}""" : "") + "}").Faults);

    private static PayloadBody Read(string body, bool checkDigits = false) =>
        new PayloadReader(Options.Create(new ValidationOptions { CnpjCheckDigits = checkDigits })).Read(Encoding.UTF8.GetBytes(body), PayloadSchema.Of(typeof(Request)));

    [Theory]
    [InlineData("12.345.678/0001-90", false)]
    [InlineData("11.222.333/0001-81", true)]
    public void Read_CheckDigitsDemanded_RefusesWrongOnes(string cnpj, bool good) => Assert.Equal(
        good ? [] : ["cnpj: CNPJ inválido (value_error.cnpj)"],
        Read($$"""{"login":"a","senha":"b","filtro":"c","cnpj":"{{cnpj}}"}""", checkDigits: true).Faults.Select(Text));

    private static string Text(FieldFault fault) => $"{string.Concat(fault.Loc.Skip(1))}: {fault.Msg} ({fault.Type})";

    private sealed record Request : InvoiceRequest
    {
        [PayloadField("vencimento", "Vencimento")]
        public DateOnly? DueDate { get; init; }

        [PayloadField("arquivo", "Arquivo")]
        public StorageKey? File { get; init; }
    }
}
