using System.CommandLine;
using BotPhone.Hosting;
using BotPhone.Jobs;
using Microsoft.Extensions.Options;

namespace BotPhone.Operators;

/// <summary><c>botphone operators check|rollback</c>.</summary>
internal static class OperatorCommands
{
    public static Command Create() => new("operators", "Confere operadoras e volta a versões anteriores") { Check(), RollBack() };

    private static Command Check()
    {
        var path = new Argument<string>("caminho") { Description = "A pasta da operadora, ou o seu pacote .zip ou .nupkg" };
        var command = new Command("check", "Diz, sem servidor, tudo o que o servidor diria ao carregar uma operadora") { path };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(result => With(result, services => Check(services.GetRequiredService<OperatorTrust>(), services.GetRequiredService<OperatorLoader>(), result.GetRequiredValue(path))));
        return command;
    }

    private static Command RollBack()
    {
        var code = new Argument<string>("código") { Description = "O código da operadora, como OI" };
        var command = new Command("rollback", "Devolve à pasta das operadoras a versão que atendia antes da atual; um servidor que esteja no ar passa a usá-la") { code };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(result => With(result, services => RollBack(
            services, services.GetRequiredService<OperatorShelf>(), services.GetRequiredService<IOptions<OperatorsOptions>>().Value, result.GetRequiredValue(code))));
        return command;
    }

    private static int Check(OperatorTrust trust, OperatorLoader loader, string path)
    {
        var folder = Directory.CreateTempSubdirectory("botphone-check-").FullName;
        try
        {
            var files = OperatorSource.Read(Path.GetFullPath(path));
            var isSigned = trust.Check(files, mustBeSigned: false);
            files.WriteTo(folder);
            var version = loader.Load(files, folder, isSigned, present: null);
            Console.WriteLine($"{version.Code} {version.Version}: pode atender em POST /executar/{version.Route}{(isSigned ? ", assinada" : "")}");
            foreach (var field in version.Payload.Fields) Console.WriteLine($"  {field.Name}{(field.IsRequired ? "" : " (opcional)")}: {field.Description}");
            version.Retire(one => one.Shared.Leave());
            return 0;
        }
        catch (Exception exception) when (exception is RejectedException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"Não pode atender: {exception.Message}");
            return 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int RollBack(IServiceProvider services, OperatorShelf shelf, OperatorsOptions options, string code)
    {
        foreach (var entry in shelf.EntriesOf(code))
        {
            if (shelf.History(entry) is not [.., var before, var present]) continue;
            shelf.Restore(Path.GetFullPath(options.Path), entry, before);
            services.AddByHand("operator.rollback", code, $"{before.Version}, no lugar da {present.Version}");
            Console.WriteLine($"{code}: a versão {before.Version} volta ao lugar da {present.Version}");
            return 0;
        }

        Console.Error.WriteLine($"Não há versão anterior da operadora '{code}' para devolver");
        return 1;
    }

    // The same settings as the server's, so that both mean the same folders and certificates.
    private static Task<int> With(ParseResult result, Func<IServiceProvider, int> action) => Startup.GuardAsync(() =>
    {
        var builder = Host.CreateApplicationBuilder([.. result.UnmatchedTokens]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<DataFolder>().AddAudit().AddOperatorReading();
        using var host = builder.Build();
        return Task.FromResult(action(host.Services));
    });
}
