using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using BotPhone.Sdk;

namespace BotPhone.Operators;

/// <summary>What can be said of an operator's assembly from its bytes, before any of its code is in the process.</summary>
internal static class AssemblyCheck
{
    private static readonly AssemblyName Sdk = typeof(IOperator).Assembly.GetName();

    private static readonly HashSet<string> Platform = new(
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator).Select(Path.GetFileNameWithoutExtension).OfType<string>(), StringComparer.OrdinalIgnoreCase);

    /// <exception cref="RejectedException">It cannot work here.</exception>
    public static void Run(OperatorFiles files)
    {
        if (!files.All.TryGetValue(files.Assembly, out var content)) throw new RejectedException($"falta o assembly {files.Assembly}");
        try
        {
            using var image = new PEReader(new MemoryStream(content, writable: false));
            if (!image.HasMetadata) throw new RejectedException($"{files.Assembly} não é um assembly .NET válido");
            CheckCode(files, image);
            CheckReferences(files, image.GetMetadataReader());
            CheckDependencies(files);
        }
        catch (Exception exception) when (exception is BadImageFormatException or InvalidOperationException or OverflowException)
        {
            throw new RejectedException($"{files.Assembly} não é um assembly .NET válido", exception);
        }
    }

    // Native code, or code for another processor, could take the whole process down.
    private static void CheckCode(OperatorFiles files, PEReader image)
    {
        var flags = image.PEHeaders.CorHeader!.Flags;
        if (!flags.HasFlag(CorFlags.ILOnly) || flags.HasFlag(CorFlags.Requires32Bit))
            throw new RejectedException($"{files.Assembly} traz código nativo ou de outra plataforma: compile para Any CPU");
    }

    // One that was built for a newer SDK would load without an error and export nothing.
    private static void CheckReferences(OperatorFiles files, MetadataReader metadata)
    {
        var references = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).ToDictionary(one => metadata.GetString(one.Name), one => one.Version, StringComparer.OrdinalIgnoreCase);
        if (!references.TryGetValue(Sdk.Name!, out var wanted)) throw new RejectedException($"{files.Assembly} não usa o {Sdk.Name}: não é uma operadora");
        if (wanted > Sdk.Version || wanted.Major != Sdk.Version!.Major)
            throw new RejectedException($"foi feita para o {Sdk.Name} {wanted.ToString(3)}, e este servidor tem o {Sdk.Version!.ToString(3)}");
        if (references.Keys.FirstOrDefault(name => !Platform.Contains(name) && !files.All.ContainsKey(name + ".dll")) is { } missing)
            throw new RejectedException($"falta {missing}.dll, de que {files.Assembly} precisa");
    }

    // What it lists as its own must be there: in a copy that is still under way it is not.
    private static void CheckDependencies(OperatorFiles files)
    {
        if (!files.All.TryGetValue($"{files.Name}.deps.json", out var content)) return;
        foreach (var asset in Assets(content, files.Name))
        {
            if (!files.All.ContainsKey(asset) && !files.All.ContainsKey(Path.GetFileName(asset)) && !Platform.Contains(Path.GetFileNameWithoutExtension(asset)))
                throw new RejectedException($"falta {Path.GetFileName(asset)}, que {files.Name}.deps.json lista");
        }
    }

    private static IReadOnlyList<string> Assets(byte[] dependencies, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(dependencies);
            return
            [
                .. from target in document.RootElement.GetProperty("targets").EnumerateObject()
                   from library in target.Value.EnumerateObject()
                   where library.Value.TryGetProperty("runtime", out _)
                   from asset in library.Value.GetProperty("runtime").EnumerateObject()
                   select asset.Name,
            ];
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new RejectedException($"{name}.deps.json não vale: {exception.Message}", exception);
        }
    }
}
