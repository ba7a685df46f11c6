namespace BotPhone.Tests.Kit;

/// <summary>A test that needs a disk of its own, which only the superuser of a Linux machine can make.</summary>
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root") Skip = "A small disk can be mounted by root on Linux only.";
    }
}
