namespace BotPhone.PortalSimulator;

/// <summary>Two looks of the same portal: other structure, classes, order and wording.</summary>
public enum Skin
{
    A,
    B,
}
