using System.Composition;
using System.Composition.Hosting;
using BotPhone.Jobs;
using BotPhone.Sdk;
using McMaster.NETCore.Plugins;

namespace BotPhone.Operators;

/// <summary>One version of an operator in a load context and a MEF container of its own.</summary>
internal sealed class LoadedOperator(
    string folder,
    string version,
    OperatorMetadata metadata,
    PayloadSchema payload,
    object? settings,
    ExportFactory<IOperator> factory,
    CompositionHost container,
    PluginLoader loader,
    DateTimeOffset since) : IOperatorVersion, IDisposable
{
    public string Folder => folder;

    public string Code => metadata.Code;

    public string Route => metadata.Route;

    public string Version => version;

    public PayloadSchema Payload => payload;

    public object? Settings => settings;

    public bool Restartable => metadata.Restartable;

    public bool OneSessionPerLogin => metadata.OneSessionPerLogin;

    public bool Registers => metadata.Registers;

    public IReadOnlyList<string> Secrets { get; } = OperatorSettings.SecretsOf(settings);

    public TimeSpan? Timeout => metadata.Timeout;

    public DateTimeOffset Since => since;

    public async Task<OperatorResult> RunAsync(JobContext job)
    {
        using var instance = factory.CreateExport();
        return await instance.Value.RunAsync(job);
    }

    public void Dispose()
    {
        container.Dispose();
        loader.Dispose();
    }
}
