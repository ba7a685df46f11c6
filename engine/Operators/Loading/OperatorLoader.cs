using System.Composition;
using System.Composition.Hosting;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using BotPhone.Sdk;
using McMaster.NETCore.Plugins;
using Microsoft.Extensions.Logging.Abstractions;
using OpenQA.Selenium;

namespace BotPhone.Operators;

/// <summary>Loads, composes and tries out an operator; what fails any of it never serves.</summary>
internal sealed class OperatorLoader(IConfiguration configuration, TimeProvider time)
{
    /// <summary>The SDK and its closure are the host's, the same for every operator; all else is the operator's own.</summary>
    private static readonly Assembly[] Shared =
        [typeof(IOperator).Assembly, typeof(IWebDriver).Assembly, typeof(ExportAttribute).Assembly, typeof(NullLogger).Assembly];

    /// <param name="files">The operator's files.</param>
    /// <param name="folder">Where they are to be loaded from.</param>
    /// <param name="isSigned">Whether they carry a signature that counts.</param>
    /// <param name="present">A version whose code may be the same, which is then shared.</param>
    /// <exception cref="RejectedException">They hold no operator that can serve.</exception>
    public OperatorVersion Load(OperatorFiles files, string folder, bool isSigned, OperatorVersion? present)
    {
        var code = present?.Shared.Hash == files.CodeHash ? present.Shared : LoadCode(files, folder);
        try
        {
            // Made once here, so that an operator that cannot be created is found now, not by its first job.
            using (code.Create())
            {
                return new OperatorVersion(code, files.Hash, isSigned, SettingsOf(code, files), time.GetUtcNow());
            }
        }
        catch (Exception exception)
        {
            if (code != present?.Shared) code.Join().Leave();
            throw Rejection(exception);
        }
    }

    // The edge to foreign code: whatever it throws is the reason for the rejection.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static OperatorCode LoadCode(OperatorFiles files, string folder)
    {
        AssemblyCheck.Run(files);
        var loader = PluginLoader.CreateFromAssemblyFile(Path.Combine(folder, files.Assembly), Configure);
        CompositionHost? container = null;
        try
        {
            var assembly = loader.LoadDefaultAssembly();
            container = new ContainerConfiguration().WithAssembly(assembly).CreateContainer();
            var (factory, metadata) = SingleExport(container);
            return new OperatorCode(
                files.CodeHash, VersionOf(assembly), metadata, PayloadSchema.Of(metadata.Payload), factory, container, loader, new WeakReference(AssemblyLoadContext.GetLoadContext(assembly)));
        }
        catch (Exception exception)
        {
            container?.Dispose();
            loader.Dispose();
            throw Rejection(exception);
        }
    }

    private static void Configure(PluginConfig config)
    {
        config.IsUnloadable = true;
        config.LoadInMemory = true;
        foreach (var assembly in Shared) config.SharedAssemblies.Add(assembly.GetName());
    }

    private static (ExportFactory<IOperator> Factory, OperatorMetadata Metadata) SingleExport(CompositionHost container)
    {
        var exports = container.GetExports<ExportFactory<IOperator, OperatorMetadata>>().ToList();
        return exports switch
        {
            [var only] => (only, only.Metadata),
            [] => throw new RejectedException("não exporta nenhuma operadora: falta uma classe pública com [Operator]"),
            _ => throw new RejectedException($"exporta {exports.Count} operadoras: cada pasta traz uma só"),
        };
    }

    private OperatorSettings SettingsOf(OperatorCode code, OperatorFiles files) => OperatorSettings.Read(
        code.Metadata.Settings, files.All.GetValueOrDefault(OperatorFiles.SettingsFile), configuration.GetSection($"Operators:Settings:{code.Metadata.Code}"));

    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    private static RejectedException Rejection(Exception exception) => exception as RejectedException ?? new RejectedException(Reason(exception), exception);

    // MEF and reflection wrap what went wrong.
    private static string Reason(Exception exception) => exception switch
    {
        TargetInvocationException { InnerException: { } inner } => Reason(inner),
        CompositionFailedException { InnerException: { } inner } => Reason(inner),
        ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } => first.Message,
        _ => exception.Message,
    };
}
