using System.Composition;
using System.Composition.Hosting;
using System.Reflection;
using BotPhone.Sdk;
using McMaster.NETCore.Plugins;
using Microsoft.Extensions.Logging.Abstractions;
using OpenQA.Selenium;

namespace BotPhone.Operators;

/// <summary>Loads one folder: <c>{Name}/{Name}.dll</c> with its dependencies and <c>operator.json</c>.</summary>
internal sealed class OperatorLoader(IConfiguration configuration, TimeProvider time)
{
    /// <summary>The SDK and its closure are the host's, the same for every operator; all else is the operator's own.</summary>
    private static readonly Assembly[] Shared =
        [typeof(IOperator).Assembly, typeof(IWebDriver).Assembly, typeof(ExportAttribute).Assembly, typeof(NullLogger).Assembly];

    /// <summary>The edge to foreign code: whatever it throws is the reason for the rejection.</summary>
    /// <exception cref="RejectedException">The folder holds no operator that can serve.</exception>
    public LoadedOperator Load(string folder)
    {
        var name = Path.GetFileName(folder);
        var file = Path.Combine(folder, name + ".dll");
        if (!File.Exists(file)) throw new RejectedException($"falta o assembly {name}.dll");
        SdkReference.Check(file);

        var loader = PluginLoader.CreateFromAssemblyFile(file, Configure);
        CompositionHost? container = null;
        try
        {
            var assembly = loader.LoadDefaultAssembly();
            container = new ContainerConfiguration().WithAssembly(assembly).CreateContainer();
            return Compose(folder, assembly, container, loader);
        }
        catch (Exception exception)
        {
            container?.Dispose();
            loader.Dispose();
            throw exception as RejectedException ?? new RejectedException(Reason(exception), exception);
        }
    }

    private static void Configure(PluginConfig config)
    {
        config.IsUnloadable = true;
        config.LoadInMemory = true;
        foreach (var assembly in Shared) config.SharedAssemblies.Add(assembly.GetName());
    }

    private LoadedOperator Compose(string folder, Assembly assembly, CompositionHost container, PluginLoader loader)
    {
        var exports = container.GetExports<ExportFactory<IOperator, OperatorMetadata>>().ToList();
        if (exports.Count == 0) throw new RejectedException("não exporta nenhuma operadora: falta uma classe pública com [Operator]");
        if (exports.Count > 1) throw new RejectedException($"exporta {exports.Count} operadoras: cada pasta traz uma só");

        var metadata = exports[0].Metadata;
        var settings = OperatorSettings.Read(
            metadata.Settings, Path.Combine(folder, "operator.json"), configuration.GetSection($"Operators:Settings:{metadata.Code}"));
        // Made once here, so that an operator that cannot be created is found now, not by its first job.
        using (exports[0].CreateExport())
        {
            return new LoadedOperator(
                Path.GetFileName(folder), VersionOf(assembly), metadata, PayloadSchema.Of(metadata.Payload), settings, exports[0], container, loader, time.GetUtcNow());
        }
    }

    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    // MEF and reflection wrap what went wrong.
    private static string Reason(Exception exception) => exception switch
    {
        TargetInvocationException { InnerException: { } inner } => Reason(inner),
        CompositionFailedException { InnerException: { } inner } => Reason(inner),
        ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } => first.Message,
        _ => exception.Message,
    };
}
