using System.Composition;
using System.Composition.Hosting;
using System.Runtime.Loader;
using BotPhone.Sdk;
using McMaster.NETCore.Plugins;

namespace BotPhone.Operators;

/// <summary>
/// An operator's assembly in a load context and a MEF container of its own. Versions that differ in their settings only share it; when the
/// last of them is gone it is unloaded.
/// </summary>
internal sealed class OperatorCode(
    string hash, string version, OperatorMetadata metadata, PayloadSchema payload, ExportFactory<IOperator> factory, CompositionHost container, PluginLoader loader, WeakReference context)
{
    private int _users;

    /// <summary>Of its files, without the settings.</summary>
    public string Hash => hash;

    public string Version => version;

    public OperatorMetadata Metadata => metadata;

    public PayloadSchema Payload => payload;

    /// <summary>Its <see cref="AssemblyLoadContext"/>, as long as that is in memory.</summary>
    public WeakReference Context => context;

    public Export<IOperator> Create() => factory.CreateExport();

    public OperatorCode Join()
    {
        Interlocked.Increment(ref _users);
        return this;
    }

    /// <returns>Whether that was the last one, and the context unloads.</returns>
    public bool Leave()
    {
        if (Interlocked.Decrement(ref _users) > 0) return false;
        container.Dispose();
        loader.Dispose();
        return true;
    }
}
