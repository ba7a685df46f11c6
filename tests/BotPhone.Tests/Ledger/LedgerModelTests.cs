using BotPhone.Jobs;
using BotPhone.Jobs.Store;
using BotPhone.Ledger;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotPhone.Tests.Ledger;

/// <summary>Whatever invoices come, in whatever order: the list and the gaps are those of a simple list in memory.</summary>
public sealed class LedgerModelTests : IDisposable
{
    private static readonly string[] Cnpjs = [Bills.Cnpj, Bills.OtherCnpj];

    private static readonly Gen<Bill> AnyBill =
        from code in Gen.Elements("A", "B")
        from cnpj in Gen.Elements(Cnpjs)
        from account in Gen.Elements("1", "2")
        from day in Gen.Choose(0, 800)
        select new Bill(code, cnpj, account, new DateOnly(2025, 1, 1).AddDays(day));

    private static readonly Gen<Question> AnyQuestion =
        from code in Gen.Elements("A", "B", null)
        from cnpj in Gen.Elements(Cnpjs[0], Cnpjs[1], null)
        from account in Gen.Elements("1", "2", null)
        from first in Gen.Choose(-3, 30)
        from length in Gen.Choose(0, 30)
        from isOpen in Gen.Elements(true, false)
        from limit in Gen.Choose(1, 9)
        select new Question(new LedgerFilter(code, cnpj is null ? null : Cnpj.Parse(cnpj), account), isOpen ? null : Month.Of(new DateOnly(2025, 1, 1)).Plus(first), Month.Of(new DateOnly(2025, 1, 1)).Plus(first + length), limit);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Ledger_AnyInvoices_AnswersAsTheModelDoes() => Prop
        .ForAll(
            Arb.From(Gen.ListOf(AnyBill)),
            Arb.From(Gen.ListOf(AnyQuestion)),
            (bills, questions) => FaultOf([.. bills], [.. questions]) is not { } fault ? true : throw new InvalidOperationException(fault))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void Gaps_AnyMonths_AreTheSpanWithoutThem() => Prop
        .ForAll(
            Arb.From(Gen.NonEmptyListOf(Gen.Choose(24_000, 24_200))),
            Arb.From(from first in Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(23_990, 24_210).Select(index => (int?)index)) from last in Gen.Choose(23_990, 24_210) select (first, last)),
            (held, span) =>
            {
                var account = new HeldAccount(1, new InvoiceAccount("A", Cnpj.Parse(Bills.Cnpj), "1"), [.. held.Distinct().Order().Select(index => new Month(index))]);
                var gaps = AccountGaps.Of(account, span.first is { } from ? new Month(from) : null, new Month(span.last));
                var expected = new List<string>();
                for (var index = span.first ?? Math.Max(held.Min(), span.last - 119); index <= span.last; index++)
                    if (!held.Contains(index)) expected.Add($"{(index % 12) + 1:D2}/{index / 12:D4}");
                return gaps.Missing.Select(month => month.ToString()).SequenceEqual(expected);
            })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData("01/2026", "01/2026")]
    [InlineData("2026-12", "12/2026")]
    [InlineData("12/9999", "12/9999")]
    [InlineData("0001-01", "01/0001")]
    public void Month_BothForms_AreRead(string text, string month)
    {
        Assert.True(Month.TryParse(text, out var read));
        Assert.Equal((month, month), (read.ToString(), Month.Of(read.LastDay).ToString()));
    }

    [Theory]
    [InlineData("13/2026")]
    [InlineData("00/2026")]
    [InlineData("1/2026")]
    [InlineData("2026/01")]
    [InlineData("01/0000")]
    [InlineData(" 01/2026")]
    [InlineData("")]
    [InlineData(null)]
    public void Month_AnythingElse_IsNone(string? text) => Assert.False(Month.TryParse(text, out _));

    private string? FaultOf(IReadOnlyList<Bill> bills, IReadOnlyList<Question> questions)
    {
        using var store = new LiteJobStore(_folder.File($"{Guid.NewGuid():N}.db"), new JobFeed(), TimeProvider.System, NullLogger<LiteJobStore>.Instance);
        Task.WhenAll(bills.Select(bill => store.SaveAsync(LedgerJobs.Completed(bill.Operator, bill.Account, bill.DueDate, bill.Cnpj)))).GetAwaiter().GetResult();
        foreach (var question in questions)
        {
            var matching = bills.Distinct().Where(bill => (question.Filter.Operator ?? bill.Operator) == bill.Operator
                && (question.Filter.Cnpj?.Value ?? bill.Cnpj) == bill.Cnpj && (question.Filter.Number ?? bill.Account) == bill.Account).ToList();
            var listed = Listed(store.Ledger, question);
            var inSpan = matching.Where(bill => (question.From is not { } from || bill.Month >= from) && bill.Month <= question.To).ToList();
            if (!listed.ToHashSet().SetEquals(inSpan) || listed.Count != inSpan.Count) return $"{question}: {listed.Count} listed, not {inSpan.Count}";
            if (!listed.Select(bill => bill.DueDate).SequenceEqual(listed.Select(bill => bill.DueDate).OrderDescending())) return $"{question}: not in order";

            var missing = Missing(store.Ledger, question);
            var expected = matching.GroupBy(bill => (bill.Operator, bill.Cnpj, bill.Account)).SelectMany(account => Enumerable
                .Range(0, 100).Select((question.From ?? account.Min(bill => bill.Month)).Plus).Where(month => month <= question.To && account.All(bill => bill.Month != month)), (account, month) => $"{account.Key} {month}");
            if (!missing.Order(StringComparer.Ordinal).SequenceEqual(expected.Order(StringComparer.Ordinal))) return $"{question}: {string.Join(", ", missing)} are missing, not {string.Join(", ", expected)}";
        }

        return null;
    }

    private static List<Bill> Listed(IInvoiceLedger ledger, Question question)
    {
        var listed = new List<Bill>();
        var page = ledger.List(new LedgerQuery(question.Filter, question.From, question.To, question.Limit));
        while (true)
        {
            Assert.True(page.Entries.Count <= question.Limit);
            listed.AddRange(page.Entries.Select(entry => new Bill(entry.Invoice.Account.Operator, entry.Invoice.Account.Cnpj.Value, entry.Invoice.Account.Number, entry.Invoice.DueDate)));
            if (page.Next is null) return listed;
            page = ledger.List(new LedgerQuery(question.Filter, question.From, question.To, question.Limit, page.Next));
        }
    }

    private static List<string> Missing(IInvoiceLedger ledger, Question question)
    {
        var missing = new List<string>();
        long? after = 0;
        while (after is { } place)
        {
            var page = ledger.Accounts(new AccountQuery(question.Filter, question.Limit, place));
            missing.AddRange(page.Accounts.SelectMany(held => AccountGaps.Of(held, question.From, question.To).Missing, (held, month) => $"{(held.Account.Operator, held.Account.Cnpj.Value, held.Account.Number)} {month}"));
            after = page.Next;
        }

        return missing;
    }

    private sealed record Bill(string Operator, string Cnpj, string Account, DateOnly DueDate)
    {
        public Month Month => Month.Of(DueDate);
    }

    private sealed record Question(LedgerFilter Filter, Month? From, Month To, int Limit);
}
