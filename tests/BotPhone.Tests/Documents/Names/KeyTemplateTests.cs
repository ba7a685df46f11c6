using System.Text.RegularExpressions;
using BotPhone.Documents;
using BotPhone.Documents.Names;
using FsCheck;
using FsCheck.Fluent;

namespace BotPhone.Tests.Documents.Names;

/// <summary>A template that is wrong, and the line that says so.</summary>
public partial class KeyTemplateTests
{
    private const string Variables = "há operadora, cnpj, conta, filtro, competencia, ano, mes, vencimento";
    private const string Functions = "há string.contains, string.ends_with, string.replace, string.slice, string.starts_with";
    private const string Allowed = "só variáveis, if, comparações e funções de texto";
    private const string Letters = "só letras minúsculas sem acento, números, '-', '_', '.' e '/'";

    [Theory]
    // How it is written.
    [InlineData("faturas/{{ operadora", 1, 9, "falta o '}}' deste '{{'")]
    [InlineData("faturas/{{ conta }.pdf", 1, 18, "a sintaxe está errada em '}'")]
    [InlineData("a/{{ conta\n+* }}.pdf", 2, 2, "a sintaxe está errada em '*'")]
    [InlineData("a/{{ end }}.pdf", 1, 8, "a sintaxe está errada em 'end'")]
    [InlineData("a/{{ if conta }}b.pdf", 1, 17, "a sintaxe está errada em 'b.pdf'")]
    [InlineData("a/\n{{ conta == @", 2, 14, "a sintaxe está errada no fim")]
    [InlineData("a/{{ conta }}}}.pdf", 1, 14, $"'}}' não pode estar no nome: {Letters}")]
    // What it may say.
    [InlineData("faturas/{{ operadora }}/{{ contrato }}.pdf", 1, 28, $"não existe a variável 'contrato': {Variables}")]
    [InlineData("faturas/\n{{ Conta }}.pdf", 2, 4, $"não existe a variável 'Conta': {Variables}")]
    [InlineData("{{ if conta == '1' }}{{ contrato }}{{ end }}a.pdf", 1, 25, $"não existe a variável 'contrato': {Variables}")]
    [InlineData("{{ include 'segredo' }}.pdf", 1, 4, $"não existe a função 'include': {Functions}")]
    [InlineData("{{ date.now }}.pdf", 1, 4, $"não existe a função 'date.now': {Functions}")]
    [InlineData("{{ conta | string.pad_left 999999999 }}.pdf", 1, 12, $"não existe a função 'string.pad_left': {Functions}")]
    [InlineData("{{ conta filtro }}.pdf", 1, 4, $"não existe a função 'conta': {Functions}")]
    [InlineData("{{ conta | filtro }}.pdf", 1, 12, $"não existe a função 'filtro': {Functions}")]
    [InlineData("{{ for i in 1..999999999 }}{{ i }}{{ end }}.pdf", 1, 4, $"não é permitido 'for': {Allowed}")]
    [InlineData("{{ while true }}{{ end }}.pdf", 1, 4, $"não é permitido 'while': {Allowed}")]
    [InlineData("{{ func f }}{{ f }}{{ end }}.pdf", 1, 4, $"não é permitido 'func': {Allowed}")]
    [InlineData("{{ x = conta }}.pdf", 1, 4, $"não é permitido 'x': {Allowed}")]
    [InlineData("{{ 'a' * 999999999 }}.pdf", 1, 4, $"não é permitido ''a'': {Allowed}")]
    [InlineData("{{ conta[0] }}.pdf", 1, 4, $"não é permitido 'conta': {Allowed}")]
    [InlineData("{{ conta | string.replace }}.pdf", 1, 26, "a expressão não pode ser calculada")]
    // What it makes.
    [InlineData("", 1, 1, "o nome fica vazio")]
    [InlineData("/faturas/{{ conta }}.pdf", 1, 1, "o nome não pode começar com '/'")]
    [InlineData("faturas/../{{ conta }}.pdf", 1, 9, "'..' não pode começar com '.'")]
    [InlineData("faturas/.{{ conta }}.pdf", 1, 9, "'.1.pdf' não pode começar com '.'")]
    [InlineData("faturas./{{ conta }}.pdf", 1, 1, "'faturas.' não pode terminar com '.'")]
    [InlineData("C:\\faturas\\{{ conta }}.pdf", 1, 1, $"'C' não pode estar no nome: {Letters}")]
    [InlineData("c:/{{ conta }}.pdf", 1, 2, $"':' não pode estar no nome: {Letters}")]
    [InlineData("faturas\\{{ conta }}.pdf", 1, 8, $"'\\' não pode estar no nome: {Letters}")]
    [InlineData("notas/{{ conta }} {{ ano }}.pdf", 1, 18, $"o caractere U+0020 não pode estar no nome: {Letters}")]
    [InlineData("notas/{{ conta }}\n.pdf", 1, 18, $"o caractere U+000A não pode estar no nome: {Letters}")]
    [InlineData("notas/código/{{ conta }}.pdf", 1, 8, $"'ó' não pode estar no nome: {Letters}")]
    [InlineData("notas/{{ 'São' }}.pdf", 1, 7, $"'S' não pode estar no nome: {Letters}")]
    [InlineData("faturas//{{ conta }}.pdf", 1, 9, "falta um nome entre as barras, ou depois da última")]
    [InlineData("faturas/{{ if conta == '0' }}x{{ end }}/{{ conta }}.pdf", 1, 40, "falta um nome entre as barras, ou depois da última")]
    [InlineData("faturas/{{ conta | string.slice 2 9 }}/{{ conta }}.pdf", 1, 39, "falta um nome entre as barras, ou depois da última")]
    [InlineData("faturas/{{ conta }}/", 1, 21, "falta um nome entre as barras, ou depois da última")]
    [InlineData("faturas/nul/{{ conta }}.pdf", 1, 9, "'nul' é um nome reservado no Windows")]
    [InlineData("faturas/lpt1.{{ conta }}.pdf", 1, 9, "'lpt1.1.pdf' é um nome reservado no Windows")]
    [InlineData("faturas/{{ conta }}", 1, 9, "o nome deve terminar em .pdf")]
    [InlineData("faturas/{{ conta }}.txt", 1, 23, "o nome deve terminar em .pdf")]
    [InlineData("{{ conta }}{{ conta }}{{ conta }}{{ conta }}.pdf", 1, 1, "um nome entre barras chega a 260 caracteres: o máximo é 240")]
    [InlineData("{{conta}}/{{conta}}/{{conta}}/{{conta}}/{{conta}}/{{conta}}/{{conta}}/{{conta}}.pdf", 1, 71, "o nome chega a 523 caracteres: o máximo é 480")]
    public void Validate_WrongTemplate_SaysWhereAndWhy(string template, int line, int column, string reason)
    {
        var result = new DocumentsOptionsValidator().Validate(null, new DocumentsOptions { KeyTemplate = template });
        Assert.Equal($"Documents:KeyTemplate não serve (linha {line}, coluna {column}): {reason}", Assert.Single(result.Failures ?? []));
    }

    [Fact]
    public void Validate_DeepTemplate_IsNoStackOverflow()
    {
        var result = new DocumentsOptionsValidator().Validate(null, new DocumentsOptions { KeyTemplate = $"{{{{ {new string('(', 100_000)}conta }}}}.pdf" });
        Assert.StartsWith("Documents:KeyTemplate não serve (linha 1, coluna ", Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_Default_IsRight() => Assert.True(new DocumentsOptionsValidator().Validate(null, new DocumentsOptions()).Succeeded);

    /// <summary>Whatever is written, it serves or a line says where it does not; nothing else comes out, and it comes at once.</summary>
    [Fact]
    public void Validate_AnythingAtAll_IsRightOrALine()
    {
        var pieces = Gen.Frequency(
            (8, Gen.Elements(
                "{{", "}}", "{{-", "~}}", "{%{", "}%}", " ", "\n", "/", "..", ".pdf", "a", "faturas/", "operadora", "cnpj", "conta", "filtro", "string.slice", "string.replace", "string.contains", "|", "if ", "else",
                "else if ", "end", "for ", "while ", "true", "null", "0", "-1", "99999999999", "1.5", "'a'", "'", "\"", "`", "(", ")", "==", "&&", "!", "??", "*", "=", ";", "@", "$", "[", "]", "func ", "ret ", "case ",
                "when ", "capture ", "include ", "with ", "wrap ", "this", "import ", "readonly ", "break", "tablerow ", "#", "##", "..<", "? :", "do ", "{", "}", ",", "\\")),
            (1, ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get)));
        Prop.ForAll(Arb.From(Gen.ListOf(pieces)), words => FaultOf(string.Concat(words)) is not { } fault ? true : throw new InvalidOperationException(fault))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));

        static string? FaultOf(string template)
        {
            var result = new DocumentsOptionsValidator().Validate(null, new DocumentsOptions { KeyTemplate = template });
            return result.Succeeded || Line().IsMatch(Assert.Single(result.Failures!)) ? null : $"{template}: {result.FailureMessage}";
        }
    }

    /// <summary>What would grow without end stops, wherever Scriban stops it.</summary>
    [Fact]
    public void Parse_GrowingText_Stops()
    {
        var template = string.Concat("{{ conta", string.Concat(Enumerable.Repeat(" | string.replace '1' '11111111'", 15)), " }}.pdf");
        Assert.Throws<KeyTemplateException>(() => KeyTemplate.Parse(template));
    }

    [GeneratedRegex(@"^Documents:KeyTemplate não serve \(linha [1-9]\d*, coluna [1-9]\d*\): [^\r\n\u0085\u2028\u2029]+\z")]
    private static partial Regex Line();
}
