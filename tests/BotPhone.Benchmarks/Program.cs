using BotPhone.Benchmarks;

if (args is [BareServer.Argument, var address, var status])
{
    await BareServer.ServeAsync(address, status);
    return;
}

// All, or those that are named; and a number: how many rounds.
var named = args.Where(argument => !int.TryParse(argument, out _)).ToHashSet();
int? rounds = args.Select(argument => int.TryParse(argument, out var given) ? given : (int?)null).FirstOrDefault(given => given is not null);
if (IsWanted("start")) await StartBenchmark.RunAsync(rounds ?? 10);
if (IsWanted("deploy")) await DeployBenchmark.RunAsync(rounds ?? 30);
if (IsWanted("queue")) await QueueBenchmark.RunAsync(rounds ?? 5);
if (IsWanted("cluster")) await ClusterBenchmark.RunAsync(rounds ?? 5);
if (IsWanted("requests")) await RequestsBenchmark.RunAsync(rounds ?? 5);
if (IsWanted("history")) await HistoryBenchmark.RunAsync(rounds ?? 5);
if (IsWanted("followers")) await FollowersBenchmark.RunAsync(rounds ?? 5);
if (IsWanted("invoices")) await InvoicesBenchmark.RunAsync(rounds ?? 3);

bool IsWanted(string name) => named.Count == 0 || named.Contains(name);
