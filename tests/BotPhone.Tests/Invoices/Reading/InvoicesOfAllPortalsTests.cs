using BotPhone.Invoices;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace BotPhone.Tests.Invoices.Reading;

/// <summary>Everything that is printed is read; of a text that is damaged, nothing wrong.</summary>
public sealed class InvoicesOfAllPortalsTests(ITestOutputHelper output)
{
    private const int Cases = 3000;

    private static readonly Func<InvoiceFields, object?>[] Fields =
    [
        fields => fields.DueDate, fields => fields.Amount, fields => fields.Month, fields => fields.Account, fields => fields.Cnpj,
        fields => fields.Line, fields => fields.Barcode, fields => fields.TaxNote, fields => fields.AccessKey,
    ];

    [Fact]
    public void Every_printed_field_of_every_invoice_is_read()
    {
        foreach (var look in Papers.All.GroupBy(paper => paper.Look))
        {
            foreach (var paper in look) Assert.Equal(paper.Printed, paper.Read(paper.Text));
            output.WriteLine($"{look.Key}: {look.Count()} invoices, {look.Sum(paper => Fields.Count(field => field(paper.Printed) is not null))} printed fields");
        }

        Assert.Equal(5, Papers.All.Select(paper => paper.Look).Distinct().Count());
        Assert.InRange(Papers.All.Count, 300, int.MaxValue);
        foreach (var field in Fields) Assert.InRange(Papers.All.Count(paper => field(paper.Printed) is not null), 100, int.MaxValue);
    }

    [Theory]
    [InlineData(nameof(TextDamage.Shuffled))]
    [InlineData(nameof(TextDamage.ShuffledWords))]
    [InlineData(nameof(TextDamage.ShuffledDigits))]
    [InlineData(nameof(TextDamage.SwappedDigits))]
    [InlineData(nameof(TextDamage.MissingLabels))]
    [InlineData(nameof(TextDamage.MissingParts))]
    public void Of_a_damaged_text_no_field_is_read_wrong(string name)
    {
        var damage = Enum.Parse<TextDamage>(name);
        var (read, unread, unproven, beyond) = (0, 0, 0, 0);
        Hold(
            Cases,
            from paper in Gen.Elements<Paper>(Papers.Readable)
            from seed in Gen.Choose(0, int.MaxValue - 1)
            select (paper, seed),
            one =>
            {
                var text = TextDamages.To(one.paper.Text, damage, one.seed);
                var found = one.paper.Read(text);
                foreach (var field in Fields)
                {
                    if (field(found) is not { } value) unread++;
                    else if (value.Equals(field(one.paper.Printed))) read++;
                    else if (ReferenceEquals(value, found.TaxNote) && HasNoProof(one.paper, found.TaxNote!)) unproven++;
                    else if (HasRightDigits(found, value)) beyond++;
                    else return $"{value} was read of {field(one.paper.Printed)} in:\n{text}";
                }

                return null;
            });
        output.WriteLine($"{read} fields right, {unread} not read, none wrong; {unproven} numbers of tax notes as they stand there, {beyond} values whose check digits are right again");
        Assert.InRange(beyond, 0, Cases / 50);
    }

    [Fact]
    public void What_stands_there_with_two_values_is_read_as_neither() => Hold(
        2000,
        from paper in Gen.Elements<Paper>(Papers.Readable)
        from other in Gen.Elements<Paper>([.. Papers.Readable.Where(other => other.Look == paper.Look && Fields.All(field => field(other.Printed) is null == field(paper.Printed) is null))])
        from first in ArbMap.Default.GeneratorFor<bool>()
        select (paper, other, first),
        one =>
        {
            var found = one.paper.Read(one.first ? one.paper.Text + one.other.Text : one.other.Text + one.paper.Text);
            var expected = one.paper.Printed with
            {
                DueDate = Same(fields => fields.DueDate),
                Amount = one.paper.Printed.Amount == one.other.Printed.Amount ? one.paper.Printed.Amount : null,
                Month = Same(fields => fields.Month),
                Line = one.paper.Printed.Line == one.other.Printed.Line ? one.paper.Printed.Line : null,
                Barcode = one.paper.Printed.Line == one.other.Printed.Line ? one.paper.Printed.Barcode : null,
                TaxNote = one.paper.Printed.TaxNote == one.other.Printed.TaxNote ? one.paper.Printed.TaxNote : null,
                AccessKey = one.paper.Printed.AccessKey == one.other.Printed.AccessKey ? one.paper.Printed.AccessKey : null,
            };
            return found == expected ? null : $"{found}\nin the place of\n{expected}";

            DateOnly? Same(Func<InvoiceFields, DateOnly?> field) => field(one.paper.Printed) == field(one.other.Printed) ? field(one.paper.Printed) : null;
        });

    [Fact]
    public void Whatever_the_text_is_reading_it_fails_never() => Hold(
        3000,
        from start in ArbMap.Default.GeneratorFor<string?>()
        from paper in Gen.Elements<Paper>(Papers.Readable)
        from label in Gen.Elements("Vencimento: ", "Total a pagar: R$ ", "Referência: ", "Nota fiscal nº ", "NFCom nº ", "Chave de acesso: ", "")
        from value in Gen.Elements("00/00/0000", "99/9999", "01/0000", "12/9999", "99.999.999.999.999.999.999.999.999.999.999.999,99", "٣٣/٣٣/٢٠٢٦", "٩,٩٩", new string('9', 5000), new string('4', 44), "000.000.000", "999999999999999")
        select start + label + value + label + start + (start?.Length % 2 == 0 ? paper.Text : ""),
        text => InvoiceReader.Read(text, Papers.Readable[0].Expected) is null ? "nothing" : null);

    // A number without a check digit, printed once and without a key beside it, is what the text says; so is one of two when the other is gone.
    private static bool HasNoProof(Paper paper, string number) =>
        paper.Printed.AccessKey is null || paper.Invoice.TaxNote.EndsWith(number, StringComparison.Ordinal);

    // A key with its number, or a line with its amount, whose digits have changed places so well that nothing in the text contradicts them.
    private static bool HasRightDigits(InvoiceFields found, object value) =>
        ReferenceEquals(value, found.TaxNote) || ReferenceEquals(value, found.AccessKey)
            ? found.AccessKey is { } key && AccessKey.Of(key) is not null
            : BotPhone.Sdk.Barcode.TryParse(found.Line, out var line)
                && (ReferenceEquals(value, found.Line) || ReferenceEquals(value, found.Barcode) || (value is decimal && line.Amount == found.Amount));

    private static void Hold<T>(int cases, Gen<T> inputs, Func<T, string?> faultOf) => Prop
        .ForAll(Arb.From(inputs), input => faultOf(input) is not { } fault ? true : throw new InvalidOperationException(fault))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(cases));
}
