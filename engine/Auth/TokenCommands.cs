using System.CommandLine;
using BotPhone.Hosting;
using BotPhone.Jobs;
using Microsoft.IdentityModel.JsonWebTokens;

namespace BotPhone.Auth;

/// <summary><c>botphone token issue|renew|verify</c>.</summary>
internal static class TokenCommands
{
    public static Command Create()
    {
        var command = new Command("token", "Emite, renova e confere tokens de acesso");
        command.Subcommands.Add(Issue());
        command.Subcommands.Add(Renew());
        command.Subcommands.Add(Verify());
        return command;
    }

    private static Command Issue()
    {
        var subject = new Option<string>("--subject") { Description = "Para quem é o token", Required = true };
        var days = new Option<int>("--days") { Description = "Por quantos dias vale", DefaultValueFactory = _ => Tokens.DefaultDays };
        days.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is < 1 or > 36500) result.AddError("--days deve ficar entre 1 e 36500");
        });

        var command = new Command("issue", "Emite um token") { subject, days };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(result => WithTokens(result, (tokens, audit) =>
        {
            var name = result.GetRequiredValue(subject);
            Console.WriteLine(tokens.Issue(name, result.GetValue(days)));
            audit.AddByHand("token.issued", name);
            return Task.FromResult(0);
        }));
        return command;
    }

    private static Command Renew()
    {
        var token = new Argument<string>("token") { Description = "Um token ainda válido" };
        var command = new Command("renew", "Emite um token novo, por mais 365 dias, para quem apresenta um válido") { token };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(result => WithTokens(result, async (tokens, audit) =>
        {
            if (await tokens.VerifyAsync(result.GetRequiredValue(token)) is not { } valid) return Refused();
            Console.WriteLine(tokens.Issue(valid.Subject, Tokens.DefaultDays));
            audit.AddByHand("token.renewed", valid.Subject);
            return 0;
        }));
        return command;
    }

    private static Command Verify()
    {
        var token = new Argument<string>("token") { Description = "O token a conferir" };
        var command = new Command("verify", "Confere um token e diz de quem é e até quando vale") { token };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(result => WithTokens(result, async (tokens, _) =>
        {
            if (await tokens.VerifyAsync(result.GetRequiredValue(token)) is not { } valid) return Refused();
            Console.WriteLine($"Token válido: sub={valid.Subject}, expira em {valid.ValidTo:yyyy-MM-ddTHH:mm:ssZ}");
            return 0;
        }));
        return command;
    }

    private static int Refused()
    {
        Console.Error.WriteLine("Token inválido ou expirado");
        return 1;
    }

    // The same settings as the server's, so that both know the same secret.
    private static Task<int> WithTokens(ParseResult result, Func<Tokens, IServiceProvider, Task<int>> action) => Startup.GuardAsync(async () =>
    {
        var builder = Host.CreateApplicationBuilder([.. result.UnmatchedTokens]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<DataFolder>().AddAudit().AddTokens();
        using var host = builder.Build();
        return await action(host.Services.GetRequiredService<Tokens>(), host.Services);
    });
}
