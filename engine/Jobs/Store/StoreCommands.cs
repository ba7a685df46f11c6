using System.CommandLine;
using System.Globalization;
using BotPhone.Hosting;
using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary><c>botphone db check|backup|compact</c>: for the database of a server that is stopped.</summary>
internal static class StoreCommands
{
    /// <param name="migrate">The one that takes the database elsewhere.</param>
    public static Command Create(Command migrate) => new("db", "Confere, copia, compacta e muda de lugar o banco de jobs, com o servidor parado") { Check(), Backup(), Compact(), migrate };

    private static Command Check() => New("check", "Lê o banco inteiro e diz se está são", (_, path) =>
    {
        if (StoreFile.Damage(path) is { } damage) return Damaged(damage);
        using var database = StoreFile.OpenDatabase(path);
        try
        {
            foreach (var (name, count) in Count(database)) Console.WriteLine($"  {name}: {count}");
        }
        catch (Exception exception) when (exception is not IOException)
        {
            return Damaged(exception.Message);
        }

        Console.WriteLine($"O banco está são: {Size(path)}");
        return 0;
    });

    private static Command Backup()
    {
        var target = new Argument<string>("destino") { Description = "O arquivo da cópia" };
        var command = New("backup", "Confere o banco e faz uma cópia", (result, path) =>
        {
            if (StoreFile.Damage(path) is { } damage) return Damaged(damage);
            var copy = Path.GetFullPath(result.GetRequiredValue(target));
            StoreFile.Copy(path, copy);
            Console.WriteLine($"Cópia feita em {copy}: {Size(copy)}. Ela não contém senhas");
            return 0;
        });
        command.Arguments.Add(target);
        return command;
    }

    private static Command Compact() => New("compact", "Devolve ao disco o espaço livre do banco", (_, path) =>
    {
        if (StoreFile.Damage(path) is { } damage) return Damaged(damage);
        var before = Size(path);
        // LiteDB leaves the file as it was beside the new one.
        var folder = Directory.CreateDirectory($"{path}.compact").FullName;
        var compacted = Path.Combine(folder, Path.GetFileName(path));
        StoreFile.Copy(path, compacted);
        using (var database = StoreFile.OpenDatabase(compacted)) database.Rebuild();
        File.Move(compacted, path, overwrite: true);
        Directory.Delete(folder, recursive: true);
        Console.WriteLine($"De {before} para {Size(path)}");
        return 0;
    });

    private static Command New(string name, string description, Func<ParseResult, string, int> action)
    {
        var command = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(result => Startup.GuardAsync(() =>
        {
            var builder = Host.CreateApplicationBuilder([.. result.UnmatchedTokens]);
            ClusterRules.RefuseCommand(builder.Configuration, "confira e copie o banco com as ferramentas do PostgreSQL (pg_dump)");
            var data = new DataFolder(builder.Configuration);
            // Nobody else writes while the command works.
            using var alone = new DataLock(data);
            var path = data.File(LiteJobStore.FileName);
            if (!File.Exists(path)) throw new StartupException($"Não há banco de jobs em '{data.Root}'");
            return Task.FromResult(action(result, path));
        }));
        return command;
    }

    // Through every index: one that does not lead to all documents is damage, too.
    private static IEnumerable<(string Collection, int Documents)> Count(LiteDatabase database)
    {
        foreach (var indexes in database.GetCollection("$indexes").FindAll().ToLookup(index => index["collection"].AsString).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var documents = database.GetCollection(indexes.Key);
            var count = documents.FindAll().Count();
            foreach (var index in indexes)
            {
                var led = documents.Find(Query.GTE(index["expression"].AsString, BsonValue.MinValue)).Count();
                if (led != count) throw new InvalidDataException($"{indexes.Key}: {count} documentos, mas {led} no índice {index["name"].AsString}");
            }

            yield return (indexes.Key, count);
        }
    }

    private static int Damaged(string damage)
    {
        Console.Error.WriteLine($"O banco está danificado: {damage}. O servidor o guarda à parte quando iniciar, e diz como seguir");
        return 1;
    }

    private static string Size(string path) => string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(path).Length / 1024.0:0} KiB");
}
