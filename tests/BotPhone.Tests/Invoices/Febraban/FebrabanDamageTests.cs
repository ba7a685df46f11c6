using System.Text;
using BotPhone.Invoices.Febraban;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;

namespace BotPhone.Tests.Invoices.Febraban;

/// <summary>A damaged file says what is wrong and where; one whose sums differ is kept with a note, and no value is read of it.</summary>
public class FebrabanDamageTests
{
    private static readonly TextFile Whole = new();

    public static TheoryData<string, string, string> Damages => new()
    {
        { "a line too short", "ARQ_NAO_PDF", "na linha 3, há 349 caracteres: eram esperados 350" },
        { "a line too long", "ARQ_NAO_PDF", "na linha 3, há 351 caracteres" },
        { "a line without end", "ARQ_NAO_PDF", "na linha 3, há mais de 350 caracteres" },
        { "an empty line", "ARQ_NAO_PDF", "na linha 3, há 0 caracteres" },
        { "a wrong sequence", "ARQ_NAO_PDF", "na linha 4, o número do registro é '000000000009': era esperado 4" },
        { "a line missing", "ARQ_NAO_PDF", "na linha 4, o número do registro é '000000000005'" },
        { "no end mark", "ARQ_NAO_PDF", "na linha 5, falta a marca de fim ('F')" },
        { "an unknown record", "ARQ_NAO_PDF", "na linha 4, há um registro '35'" },
        { "two headers", "ARQ_NAO_PDF", "na linha 4, há um registro '00'" },
        { "another version", "ARQ_NAO_PDF", "a versão é 'V2R0': só a V3R0 é lida" },
        { "another account", "ARQ_NAO_PDF", "na linha 4, a conta é '999" },
        { "no date", "ARQ_NAO_PDF", "na linha 1, o vencimento não é uma data" },
        { "no money", "ARQ_NAO_PDF", "na linha 2, o total do recurso não é um número" },
        { "no sign", "ARQ_NAO_PDF", "na linha 13, o sinal do ajuste" },
        { "two due dates", "ARQ_NAO_PDF", "na linha 15, o vencimento é 11/01/2026, e no começo 10/01/2026" },
        { "more after the end", "ARQ_NAO_PDF", "na linha 16, há um registro depois do último" },
        { "cut in a line", "ARQ_TRUNCADO", "depois de 7 linhas inteiras" },
        { "cut between lines", "ARQ_TRUNCADO", "depois de 8 linhas inteiras" },
        { "too large", "ARQ_DIVERGENTE", "tem mais de 200 MiB: não é uma fatura" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_damaged_file_says_what_is_wrong(string damage, string code, string message)
    {
        var file = new TextFile();
        var failure = Assert.Throws<OperatorException>(() => TextFile.Prove(Damaged(file, damage), file.Expected));
        Assert.Equal(code, failure.Code.Name);
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_count_is_noted_and_the_value_unread()
    {
        var proven = new TextFile().With(TextFile.Last, 89, "000000000099").Prove();
        Assert.Equal("O arquivo FEBRABAN diz ter 99 registros, e tem 15: o valor não foi lido", proven.Note);
        Assert.Null(proven.Fields.Amount);
        Assert.Equal(Whole.Invoice.TaxNote.TrimStart('0'), proven.Fields.TaxNote);
    }

    [Theory]
    [InlineData(TextFile.Resource, 178, "0000000000001")]
    [InlineData(TextFile.GivenBack, 160, "0000000000201")]
    [InlineData(TextFile.GivenBack, 159, "+")]
    [InlineData(TextFile.Last, 76, "0000000018991")]
    public void A_total_that_is_not_the_sum_is_noted_and_the_value_unread(int line, int at, string text)
    {
        var proven = new TextFile().With(line, at, text).Prove();
        Assert.Contains("não é a soma dos seus registros", proven.Note, StringComparison.Ordinal);
        Assert.Null(proven.Fields.Amount);
    }

    [Fact]
    public void Discounts_may_be_taken_off_at_the_end()
    {
        // The two of R$ 1,00 are not in the resources here.
        var proven = new TextFile().With(0, 184, new string(' ', 50)).With(TextFile.Last, 76, "0000000018790").Prove();
        Assert.Equal((null, 187.90m), (proven.Note, proven.Fields.Amount));
    }

    [Fact]
    public void Of_damaged_bytes_nothing_is_read_wrong()
    {
        var bytes = Whole.Bytes();
        var right = Whole.Prove().Fields;
        Hold(
            3000,
            from damages in Gen.NonEmptyListOf(from at in Gen.Choose(0, bytes.Length - 1) from value in Gen.OneOf(Gen.Choose(0, 255), Gen.Choose('0', '9')) select (at, value))
            from length in Gen.Frequency((3, Gen.Constant(bytes.Length)), (1, Gen.Choose(0, bytes.Length)))
            select (damages, length),
            one =>
            {
                var damaged = bytes.ToArray();
                foreach (var (at, value) in one.damages) damaged[at] = (byte)value;
                var fields = Read(damaged[..one.length]);
                // A tax note's number and the month have nothing that they could be held against.
                return fields is null || (Null(fields.DueDate, right.DueDate) && Null(fields.Amount, right.Amount) && Null(fields.Account, right.Account)
                    && Null(fields.Cnpj, right.Cnpj) && Null(fields.Line, right.Line) && Null(fields.Barcode, right.Barcode)) ? null : $"{fields}";
            });

        static bool Null<T>(T read, T right) => read is null || read.Equals(right);
    }

    [Fact]
    public void Of_anything_that_begins_like_one_nothing_but_an_operators_failure_comes() => Hold(
        3000,
        from start in Gen.Elements("", "00000000000001", Whole.Line(0) + "\n", string.Concat(Enumerable.Range(0, 14).Select(i => Whole.Line(i) + "\n")))
        from rest in Gen.OneOf(
            ArbMap.Default.GeneratorFor<byte[]>(),
            Gen.Choose(0, 5000).Select(length => Encoding.UTF8.GetBytes(new string('9', length))),
            Gen.Choose(300, 400).Select(length => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("é٣", length)))))
        select Encoding.Latin1.GetBytes(start).Concat(rest).ToArray(),
        content => Read(content) is null ? null : "it was taken for a whole one");

    [Fact]
    public void However_large_a_file_is_there_is_a_line_of_it_in_memory()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("grande.txt");
        using (var content = File.Create(path))
        {
            content.Write(Encoding.Latin1.GetBytes(Whole.Line(0) + "\n"));
            content.SetLength(190 * 1024 * 1024);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<OperatorException>(() => FebrabanFile.Read(path, "1"));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
    }

    [Fact]
    public void Many_records_are_added_up()
    {
        const int Many = 100_000;
        using var folder = new TemporaryFolder();
        var path = folder.File("longo.txt");
        using (var content = new StreamWriter(path, append: false, Encoding.Latin1))
        {
            for (var i = 0; i < Many; i++)
            {
                var line = Whole.Line(i == 0 ? 0 : i == Many - 1 ? TextFile.Last : TextFile.Resource);
                if (i == Many - 1) line = $"{line[..76]}{(Many - 2) * 11394L:0000000000000}{Many:000000000000}{line[101..]}";
                content.Write($"{line[..2]}{i + 1:000000000000}{line[14..]}\n");
            }
        }

        var file = FebrabanFile.Read(path, "1");
        Assert.Equal(((Many - 2) * 113.94m, (long)Many, null), (file.Trailer.Total, file.Trailer.Records, file.SumFault));
    }

    private static byte[] Damaged(TextFile file, string damage) => damage switch
    {
        "a line too short" => file.Change(lines => lines[2] = lines[2][1..]).Bytes(),
        "a line too long" => file.Change(lines => lines[2] += "F").Bytes(),
        "a line without end" => file.Change(lines => lines[2] = new string('0', 100_000)).Bytes(),
        "an empty line" => file.Change(lines => lines.Insert(2, "")).Bytes(),
        "a wrong sequence" => file.With(3, 2, "000000000009").Bytes(),
        "a line missing" => file.Change(lines => lines.RemoveAt(3)).Bytes(),
        "no end mark" => file.With(4, 349, " ").Bytes(),
        "an unknown record" => file.With(3, 0, "35").Bytes(),
        "two headers" => file.With(3, 0, "00").Bytes(),
        "another version" => file.With(0, 164, "V2R0").Bytes(),
        "another account" => file.With(3, 14, "999").Bytes(),
        "no date" => file.With(0, 61, "20260231").Bytes(),
        "no money" => file.With(1, 178, "           ,5").Bytes(),
        "no sign" => file.With(TextFile.GivenBack, 159, "x").Bytes(),
        "two due dates" => file.With(TextFile.Last, 53, "20260111").Bytes(),
        "more after the end" => FebrabanProofTests.Renumbered(file.Change(lines => lines.Add(lines[3]))).With(TextFile.Last, 89, "000000000015").Bytes(),
        "cut in a line" => file.Bytes()[..(351 * 7 + 100)],
        "cut between lines" => file.Bytes()[..(351 * 8)],
        _ => [.. file.Bytes(), .. new byte[201 * 1024 * 1024]],
    };

    private static BotPhone.Invoices.InvoiceFields? Read(byte[] content)
    {
        try
        {
            return TextFile.Prove(content, Whole.Expected).Fields;
        }
        catch (OperatorException)
        {
            return null;
        }
    }

    private static void Hold<T>(int cases, Gen<T> inputs, Func<T, string?> faultOf) => Prop
        .ForAll(Arb.From(inputs), input => faultOf(input) is not { } fault ? true : throw new InvalidOperationException(fault))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(cases));
}
