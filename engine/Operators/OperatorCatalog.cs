using System.Collections.Immutable;
using BotPhone.Jobs;
using Microsoft.Extensions.Options;

namespace BotPhone.Operators;

/// <summary>All operators that serve, and the folders that do not.</summary>
internal sealed class OperatorCatalog : IOperators, IDisposable
{
    private readonly ImmutableDictionary<string, LoadedOperator> _byRoute;
    private readonly ImmutableDictionary<string, LoadedOperator> _byCode;

    public OperatorCatalog(IOptions<OperatorsOptions> options, OperatorLoader loader, TimeProvider time, ILogger<OperatorCatalog> log)
    {
        var root = Path.GetFullPath(options.Value.Path);
        var loaded = new List<LoadedOperator>();
        var rejected = new List<RejectedFolder>();
        var folders = Directory.Exists(root) ? Directory.GetDirectories(root) : [];
        foreach (var folder in folders.Order(StringComparer.Ordinal))
        {
            try
            {
                loaded.Add(Unique(loader.Load(folder), loaded));
                OperatorsLog.Loaded(log, loaded[^1].Code, loaded[^1].Version, loaded[^1].Route);
            }
            catch (RejectedException exception)
            {
                rejected.Add(new RejectedFolder(Path.GetFileName(folder), exception.Message, time.GetUtcNow()));
                OperatorsLog.Rejected(log, exception.InnerException, folder, exception.Message);
            }
        }

        if (loaded.Count == 0) OperatorsLog.None(log, root);
        Loaded = loaded;
        Rejected = rejected;
        _byRoute = loaded.ToImmutableDictionary(one => one.Route, StringComparer.Ordinal);
        _byCode = loaded.ToImmutableDictionary(one => one.Code, StringComparer.Ordinal);
    }

    public IReadOnlyList<LoadedOperator> Loaded { get; }

    IReadOnlyList<IOperatorVersion> IOperators.Loaded => Loaded;

    public IReadOnlyList<RejectedFolder> Rejected { get; }

    public IOperatorVersion? FindRoute(string route) => _byRoute.GetValueOrDefault(route);

    public IOperatorVersion? FindCode(string code) => _byCode.GetValueOrDefault(code);

    public void Dispose()
    {
        foreach (var one in Loaded) one.Dispose();
    }

    private static LoadedOperator Unique(LoadedOperator candidate, List<LoadedOperator> loaded)
    {
        if (loaded.Find(other => other.Code == candidate.Code || other.Route == candidate.Route) is not { } twin) return candidate;
        var (code, route) = (candidate.Code, candidate.Route);
        candidate.Dispose();
        throw new RejectedException($"o código '{code}' ou a rota '{route}' já é da pasta {twin.Folder}");
    }
}
