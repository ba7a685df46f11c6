namespace BotPhone.PortalSimulator.Oi;

/// <summary>Two looks of the same portal: other structure, classes, order and wording.</summary>
public enum OiSkin
{
    A,
    B,
}
