using System.Globalization;

namespace BotPhone.PortalSimulator.Control;

/// <summary>The command line of the program that runs the portals alone.</summary>
internal static class CommandLine
{
    public const string Usage = "Uso: PortalSimulator [--control 8100] [--skin A|B]\nOs portais ficam nas portas logo acima da de controle, dez para cada um.";

    private const int PortsOfEach = 10;

    /// <summary>Null when it cannot be understood.</summary>
    public static SimulatorOptions? Read(string[] args)
    {
        var (control, skin) = (8100, Skin.A);
        foreach (var pair in args.Chunk(2))
        {
            if (pair.Length < 2) return null;
            var understood = pair[0] switch
            {
                "--skin" => Enum.TryParse(pair[1], out skin) && Enum.IsDefined(skin),
                "--control" => int.TryParse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture, out control) && control is > 0 and < ushort.MaxValue - 100,
                _ => false,
            };
            if (!understood) return null;
        }

        return new SimulatorOptions
        {
            ControlPort = control,
            Oi = new() { Port = PortOf(0), Skin = skin },
            Vivo = new() { Port = PortOf(1), Skin = skin },
            Embratel = new() { Port = PortOf(2), Skin = skin },
            Digitalnet = new() { Port = PortOf(3), Skin = skin },
            Sat = new() { Port = PortOf(4), Skin = skin },
        };

        int PortOf(int portal) => control + 1 + (portal * PortsOfEach);
    }
}
