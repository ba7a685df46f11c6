using System.CommandLine;
using BotPhone.Auth;
using BotPhone.Hosting;
using BotPhone.Jobs.Store;
using BotPhone.Keys;
using BotPhone.Operators;

var serve = new Command("serve", "Inicia o servidor (o mesmo que sem comando)") { TreatUnmatchedTokensAsErrors = false };
serve.SetAction(result => Startup.RunAsync([.. result.UnmatchedTokens]));

var root = new RootCommand("BotPhone: busca faturas de telecom nos portais das operadoras") { serve, TokenCommands.Create(), OperatorCommands.Create(), StoreCommands.Create(MoveCommand.Create()), SecretCommands.Create() };
root.TreatUnmatchedTokensAsErrors = false;
root.SetAction(result => Startup.RunAsync([.. result.UnmatchedTokens]));

// The host sees to signals itself: running jobs have their time to finish.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
