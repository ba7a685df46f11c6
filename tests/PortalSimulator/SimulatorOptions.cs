using BotPhone.PortalSimulator.Oi;

namespace BotPhone.PortalSimulator;

/// <summary>How a simulator starts. A port of 0, the default, is a free one.</summary>
public sealed record SimulatorOptions
{
    public int ControlPort { get; init; }

    public OiOptions Oi { get; init; } = new();

    /// <summary>The clock of events and delays.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
