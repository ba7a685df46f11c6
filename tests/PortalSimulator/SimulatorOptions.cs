using BotPhone.PortalSimulator.Digitalnet;
using BotPhone.PortalSimulator.Embratel;
using BotPhone.PortalSimulator.Oi;
using BotPhone.PortalSimulator.Sat;
using BotPhone.PortalSimulator.Vivo;

namespace BotPhone.PortalSimulator;

/// <summary>How a simulator starts. A port of 0, the default, is a free one.</summary>
public sealed record SimulatorOptions
{
    public int ControlPort { get; init; }

    public OiOptions Oi { get; init; } = new();

    public VivoOptions Vivo { get; init; } = new();

    public EmbratelOptions Embratel { get; init; } = new();

    public DigitalnetOptions Digitalnet { get; init; } = new();

    public SatOptions Sat { get; init; } = new();

    /// <summary>The names of the portals to start. Default: all.</summary>
    public IReadOnlyList<string>? Portals { get; init; }

    /// <summary>The clock of events and delays.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
