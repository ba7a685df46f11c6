using BotPhone.Jobs;

namespace BotPhone.Tests.Jobs;

/// <summary>Contract §4: what a client without a token sees.</summary>
public class MaskTests
{
    private static readonly Mask Mask = new(["ana@exemplo.com.br", "2100345678", "12.ABC.345/01DE-35", "EMPRESA EXEMPLO LTDA", "OI"]);

    [Theory]
    [InlineData("Procurando a fatura 2100345678", "Procurando a fatura •••678")]
    [InlineData("Conta 21 0034-5678 aberta", "Conta •••678 aberta")]
    [InlineData("Entrando como ANA@exemplo.com.br.", "Entrando como •••.br.")]
    [InlineData("CNPJ 12ABC34501DE35 e 12.abc.345/01de-35", "CNPJ •••E35 e •••-35")]
    [InlineData("Cliente Empresa Exemplo Ltda", "Cliente •••tda")]
    [InlineData("Cliente EMPRESA  EXEMPLO, LTDA", "Cliente •••TDA")]
    [InlineData("CNPJ de outro: 11.222.333/0001-81, CPF 529.982.247-25", "CNPJ de outro: •••-81, CPF •••-25")]
    [InlineData("Guardado em faturas/oi/11222333000181/oi_202601_2100345678.pdf", "Guardado em •••pdf")]
    [InlineData("outra@pessoa.com.br", "•••.br")]
    public void Apply_Identifying_IsCutToItsLastThree(string text, string expected) => Assert.Equal(expected, Mask.Apply(text));

    [Theory]
    [InlineData("Iniciando processamento da operadora OI")]
    [InlineData("Job c489e92d-39ce-48da-a546-97f5a444cbe4 concluído: completed")]
    [InlineData("Abrindo a fatura que vence em 10/01/2026 (2026-01-10)")]
    [InlineData("Nova tentativa em 5 s, página 12 de 34")]
    [InlineData("empresas e exemplos")]
    public void Apply_NotIdentifying_IsLeft(string text) => Assert.Equal(text, Mask.Apply(text));

    [Theory]
    [InlineData('.')]
    [InlineData('a')]
    [InlineData('/')]
    [InlineData('@')]
    [InlineData('1')]
    [InlineData('-')]
    public void Apply_HostileText_TakesAsLongAsItIsLong(char letter)
    {
        foreach (var text in new[] { new string(letter, 200_000), string.Concat(Enumerable.Repeat($"a{letter}", 100_000)), string.Concat(Enumerable.Repeat($"{letter} 1", 70_000)) })
            Assert.NotNull(Mask.Apply(text));
    }
}
