using BotPhone.PortalSimulator.Oi;

namespace BotPhone.PortalSimulator.Control;

/// <summary>The command line of the program that runs the portals alone.</summary>
internal static class CommandLine
{
    public const string Usage = "Uso: PortalSimulator [--control 8100] [--oi 8101] [--oi-login 8102] [--skin A|B]";

    /// <summary>Null when it cannot be understood.</summary>
    public static SimulatorOptions? Read(string[] args)
    {
        var options = new SimulatorOptions { ControlPort = 8100, Oi = new() { Port = 8101, LoginPort = 8102 } };
        foreach (var pair in args.Chunk(2))
        {
            if (pair.Length < 2 || With(options, pair[0], pair[1]) is not { } changed)
                return null;
            options = changed;
        }

        return options;
    }

    private static SimulatorOptions? With(SimulatorOptions options, string name, string value)
    {
        if (name == "--skin" && Enum.GetNames<OiSkin>().Contains(value))
            return options with { Oi = options.Oi with { Skin = Enum.Parse<OiSkin>(value) } };
        if (!ushort.TryParse(value, out var port))
            return null;
        return name switch
        {
            "--control" => options with { ControlPort = port },
            "--oi" => options with { Oi = options.Oi with { Port = port } },
            "--oi-login" => options with { Oi = options.Oi with { LoginPort = port } },
            _ => null,
        };
    }
}
