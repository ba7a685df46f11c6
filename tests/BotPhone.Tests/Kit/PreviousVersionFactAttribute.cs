namespace BotPhone.Tests.Kit;

/// <summary>A test that starts the previous version of the server, left out where it could not be made.</summary>
internal sealed class PreviousVersionFactAttribute : FactAttribute
{
    public PreviousVersionFactAttribute()
    {
        if (!Directory.Exists(Repository.Previous)) Skip = "The previous version is not published: ./build.sh previous does it, in a clone with its history.";
    }
}
