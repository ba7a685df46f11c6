using System.Security.Cryptography;
using System.Text;
using BotPhone.Documents;
using BotPhone.Documents.Names;
using BotPhone.Documents.Stores;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;

namespace BotPhone.Tests.Documents.Names;

/// <summary>
/// Whatever operators and portals call their accounts: different invoices have different keys, the same one the same, and each key is a
/// path inside the store on Linux and on Windows. 10,000 pairs for each template; the second of a pair is often almost the first.
/// </summary>
public sealed class When_any_invoice_is_named : IDisposable
{
    private const string Root = "/srv/botphone/documents";

    // For Windows the same, whatever the capitals.
    private static readonly StringComparer SameName = StringComparer.OrdinalIgnoreCase;

    private static readonly Gen<string> Account = Gen.Frequency(
        (3, Gen.Choose(0, int.MaxValue).Select(number => $"{number}")),
        (2, Gen.Elements(
            "a-1", "a1", "a_1", "A 1", "con", "CON", "nul", "com1", "LPT9", "aux.pdf", "conta", "conta-00000000", "...", "..", ".", " ", "", "-", "_", "~", "../../etc/passwd", "..\\..\\x",
            "c:\\x", "/etc", "1234-5678", "(11) 98765-4321", "ação", "acao", "AÇÃO", "ß", "ss", "ı", "i", "İ", "ſ", "s", "K", "ﬁ", "１", "账户", "账", "\0", "\u202e1", "🧾1", "\ud800", "0700112233_10")),
        (2, ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get)),
        (1, from letter in Gen.Elements('1', 'a', 'é', '账') from length in Gen.Elements(54, 55, 56, 63, 64, 65, 66, 300, 60_000) select new string(letter, length)));

    private static readonly Gen<Case> One =
        from code in Gen.Elements("OI", "CON", "NUL", "COM1", "A_B", "A_B_202601", "ZZ", new string('Z', 32))
        from cnpj in Gen.Elements("11222333000181", "12.ABC.345/01DE-35", "CON4567890AB35")
        from account in Account
        from day in Gen.Choose(0, 1500)
        select new Case(code, Cnpj.Parse(cnpj), account, new DateOnly(2024, 1, 1).AddDays(day));

    private static readonly Gen<(Case, Case)> Pair =
        from one in One
        from other in Gen.Frequency((1, One), (4, Account.Select(account => one with { Account = account })), (6, Almost(one)))
        select (one, other);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Invoices_of_different_accounts_or_months_never_share_a_key() =>
        Hold(new DocumentsOptions().KeyTemplate, invoice => (invoice.Code, invoice.Cnpj, Counting(invoice.Account), invoice.DueDate.Year, invoice.DueDate.Month));

    [Fact]
    public void Invoices_of_requests_without_a_filter_never_share_a_key() => Hold(
        new DocumentsOptions().KeyTemplate, invoice => (invoice.Code, invoice.Cnpj, InvoiceSelection.Normalize(invoice.Account), invoice.DueDate.Year, invoice.DueDate.Month), withFilter: false);

    [Fact]
    public void Invoices_never_share_a_key_with_the_whole_due_date_in_it() =>
        Hold("{{ operadora }}/{{ cnpj }}/{{ filtro }}/{{ vencimento }}.pdf", invoice => (invoice.Code, invoice.Cnpj, Counting(invoice.Account), invoice.DueDate));

    /// <summary>Values beside each other, and folders and files of nothing but what comes from outside.</summary>
    [Fact]
    public void A_key_is_a_path_whatever_stands_alone() =>
        Hold("{{ filtro }}/{{ conta }}/c{{ filtro | string.replace 'c' '' }}/{{ operadora }}.pdf", invoice => null);

    /// <summary>The store puts a number behind a name that is taken, so that even a template that says next to nothing loses nothing.</summary>
    [Theory]
    [InlineData("faturas/{{ operadora }}_{{ competencia }}.pdf", 300)]
    [InlineData("faturas/{{ operadora }}/{{ cnpj }}/{{ operadora }}_{{ competencia }}_{{ filtro }}.pdf", 300)]
    public async Task Nothing_is_overwritten(string template, int count)
    {
        var names = new DocumentNames(template);
        var store = new FileStore(_folder.File("data/documents"));
        var invoices = One.Sample(count).Select((invoice, index) => (invoice, content: $"{index}")).ToList();
        var kept = new Dictionary<string, string>(SameName);
        foreach (var (invoice, content) in invoices)
        {
            var source = _folder.File("source");
            await File.WriteAllTextAsync(source, content);
            var key = await store.PutAsync(Of(names, invoice, withFilter: true), source, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))), default);
            Assert.Null(FileSystemRules.FaultOf(key.Value));
            kept.Add(key.Value, content);
        }

        foreach (var (key, content) in kept) Assert.Equal(content, await File.ReadAllTextAsync(store.PathOf(StorageKey.Parse(key))));
        Assert.Equal(count, Directory.GetFiles(_folder.File("data/documents"), "*", SearchOption.AllDirectories).Length);
        Assert.Equal(["data", "source"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order());
    }

    private static void Hold(string template, Func<Case, object?> identity, bool withFilter = true)
    {
        var names = new DocumentNames(template);
        var known = new Dictionary<string, object?>(SameName);
        Prop.ForAll(Arb.From(Pair), pair => FaultOf(pair) is not { } fault ? true : throw new InvalidOperationException(fault))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));

        string? FaultOf((Case One, Case Other) pair)
        {
            var (one, other) = (Of(names, pair.One, withFilter).Value, Of(names, pair.Other, withFilter).Value);
            if (FaultOfPath(one) is { } fault) return $"{one}: {fault}";
            if (FaultOfPath(other) is { } otherFault) return $"{other}: {otherFault}";
            if (identity(pair.One) is not { } first || identity(pair.Other) is not { } second) return null;
            if (first.Equals(second) != SameName.Equals(one, other)) return $"{first} is {one}, {second} is {other}";
            // And against all that came before.
            return Meets(one, first) ?? Meets(other, second);
        }

        string? Meets(string key, object invoice) =>
            known.TryAdd(key, invoice) || invoice.Equals(known[key]) ? null : $"{key} is {invoice} and {known[key]}";
    }

    private static string? FaultOfPath(string key)
    {
        if (FileSystemRules.FaultOf(key) is { } fault) return fault;
        if (!Path.GetFullPath(Path.Combine(Root, key)).StartsWith(Root + "/", StringComparison.Ordinal)) return "outside";
        return key.EndsWith(".pdf", StringComparison.Ordinal) && !key.Any(char.IsUpper) ? null : "not a small name of a PDF";
    }

    private static StorageKey Of(DocumentNames names, Case invoice, bool withFilter) =>
        names.Of(invoice.Code, new ExpectedInvoice(invoice.Cnpj, invoice.Account, invoice.DueDate), withFilter ? invoice.Account : null);

    // What counts in an account, and the separator of an account and a day; a request without letters and digits names no account.
    private static string Counting(string account) => account.Any(char.IsLetterOrDigit)
        ? string.Join('_', account.Split('_').Select(InvoiceSelection.Normalize))
        : "";

    private static Gen<Case> Almost(Case invoice) =>
        from kind in Gen.Choose(0, 6)
        from at in Gen.Choose(0, Math.Max(0, invoice.Account.Length - 1))
        from letter in Gen.Elements('1', 'a', 'A', 'á', 'Á', 'ç', '-', '_', '.', ' ', '/', '账')
        select kind switch
        {
            0 => invoice with { Account = invoice.Account.Insert(at, letter.ToString()) },
            1 => invoice with { Account = invoice.Account.Length == 0 ? "x" : invoice.Account.Remove(at, 1) },
            2 => invoice with { Account = invoice.Account.ToUpperInvariant() },
            3 => invoice with { Account = invoice.Account + letter },
            4 => invoice with { DueDate = invoice.DueDate.AddDays(at + 1) },
            5 => invoice with { Account = invoice.Account.Length == 0 ? "x" : string.Concat(invoice.Account.AsSpan(0, at), letter.ToString(), invoice.Account.AsSpan(at + 1)) },
            _ => invoice,
        };

    private sealed record Case(string Code, Cnpj Cnpj, string Account, DateOnly DueDate);
}
