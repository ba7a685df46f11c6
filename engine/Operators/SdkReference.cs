using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using BotPhone.Sdk;

namespace BotPhone.Operators;

/// <summary>
/// Which SDK an assembly was built for, read from its bytes before anything is loaded: an operator built for a newer SDK would
/// load without an error and export nothing.
/// </summary>
internal static class SdkReference
{
    private static readonly AssemblyName Ours = typeof(IOperator).Assembly.GetName();

    public static void Check(string assemblyFile)
    {
        var wanted = Read(assemblyFile) ?? throw new RejectedException($"{Path.GetFileName(assemblyFile)} não usa o {Ours.Name}: não é uma operadora");
        if (wanted > Ours.Version || wanted.Major != Ours.Version!.Major)
            throw new RejectedException($"foi feita para o {Ours.Name} {wanted.ToString(3)}, e este servidor tem o {Ours.Version!.ToString(3)}");
    }

    private static Version? Read(string assemblyFile)
    {
        try
        {
            using var stream = File.OpenRead(assemblyFile);
            using var image = new PEReader(stream);
            var metadata = image.GetMetadataReader();
            return metadata.AssemblyReferences
                .Select(metadata.GetAssemblyReference)
                .Where(reference => metadata.GetString(reference.Name) == Ours.Name)
                .Select(reference => reference.Version)
                .FirstOrDefault();
        }
        catch (Exception exception) when (exception is BadImageFormatException or InvalidOperationException)
        {
            throw new RejectedException($"{Path.GetFileName(assemblyFile)} não é um assembly .NET válido", exception);
        }
    }
}
