using System.CommandLine;
using BotPhone.Documents;
using BotPhone.Jobs;
using BotPhone.Jobs.Move;
using BotPhone.Jobs.Store;
using BotPhone.Keys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Npgsql;
using Quartz;

namespace BotPhone.Hosting;

/// <summary><c>botphone db migrate --to postgres</c>.</summary>
internal static class MoveCommand
{
    public static Command Create()
    {
        var to = new Option<string>("--to") { Description = "Para onde: postgres, o banco de Cluster:ConnectionString" };
        var command = new Command(
            "migrate",
            "Com o servidor parado: leva tudo o que ele guarda em Data:Path (jobs, logs, pedidos que esperam, livro de faturas, arquivos) para o PostgreSQL e o bucket de um cluster. "
            + "Use as configurações do cluster e, em Data:Path, a pasta do servidor antigo, que fica como está. Interrompido, continua de onde parou") { to };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(result => Startup.GuardAsync(async () =>
        {
            if (result.GetValue(to) is not ClusterOptions.Postgres)
                throw new StartupException($"--to: diga para onde levar os dados. Por enquanto só há um destino: botphone db migrate --to {ClusterOptions.Postgres}");
            using var host = Build([.. result.UnmatchedTokens]);
            host.Services.GetRequiredService<IStartupValidator>().Validate();
            ClusterRules.Check(host.Services.GetRequiredService<IConfiguration>());
            // Nobody else writes while the command works.
            host.Services.GetRequiredService<DataLock>();
            MoveSource.Check(host.Services.GetRequiredService<DataFolder>());
            return await RunAsync(host.Services);
        }));
        return command;
    }

    private static IHost Build(string[] settings)
    {
        var builder = Host.CreateApplicationBuilder(settings);
        builder.Logging.ClearProviders();
        builder.Configuration[$"{ClusterOptions.Section}:{nameof(ClusterOptions.Provider)}"] = ClusterOptions.Postgres;
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton<DataFolder>()
            .AddSingleton<DataLock>()
            .AddClusterDatabase(builder.Configuration)
            .AddAudit()
            .AddKeys(builder.Configuration)
            .AddDocuments(builder.Configuration)
            .AddJobs(builder.Configuration)
            .AddSingleton<IOperators, NoOperators>()
            .AddSingleton<IPayloadBoxes, PayloadFiles>()
            .AddSingleton<IOldFiles, OldFiles>()
            .AddSingleton(provider => new Lazy<PayloadVault>(() => OldVault(provider)))
            .AddSingleton<MoveSource>()
            .AddSingleton(Console.Out)
            .AddSingleton<Mover>()
            .PostConfigure<QuartzSchedulerOptions>(quartz => quartz.InstanceId = Mover.Name);
        return builder.Build();
    }

    private static PayloadVault OldVault(IServiceProvider services) =>
        ActivatorUtilities.CreateInstance<PayloadVault>(services, OldKeys.Open(services.GetRequiredService<DataFolder>(), services.GetRequiredService<IConfiguration>()));

    private static async Task<int> RunAsync(IServiceProvider services)
    {
        try
        {
            var end = await services.GetRequiredService<Mover>().RunAsync();
            if (end == MoveEnd.Now) services.AddByHand("database.moved", "postgres");
            await Console.Out.WriteLineAsync(end switch
            {
                MoveEnd.Now => "Tudo foi levado e conferido: inicie os nós. Os arquivos do servidor antigo ficaram como estavam: guarde-os até ter certeza, "
                    + "e não inicie mais aquele servidor, pois os jobs que esperavam agora são do cluster",
                MoveEnd.Before => "Inicie os nós",
                _ => "",
            });
            if (end != MoveEnd.Different) return 0;
            await Console.Error.WriteLineAsync("O que está no PostgreSQL não é o que o servidor antigo guarda, e nenhum nó inicia assim. Recomece com um banco vazio (createdb), e com os dois lados parados");
            return 1;
        }
        catch (Exception exception) when (exception is NpgsqlException or StoreAwayException or DocumentStoreException or TimeoutException or System.Net.Sockets.SocketException or SchedulerException)
        {
            throw new StartupException($"A mudança parou: {exception.Message}. Execute o mesmo comando de novo, e ela continua de onde parou");
        }
    }
}
