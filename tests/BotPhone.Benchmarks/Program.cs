using BotPhone.Benchmarks;

var rounds = args.Length > 0 && int.TryParse(args[0], out var given) ? given : 30;
await using var server = await BenchServer.StartAsync();
var deploy = new DeployBenchmark(server);
Report.Write("deploy", "Da última escrita da cópia ao primeiro job aceito na versão nova", await deploy.RunAsync(rounds));
