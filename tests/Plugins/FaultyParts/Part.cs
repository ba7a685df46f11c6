namespace FaultyParts;

/// <summary>Something that an operator brings along.</summary>
public static class Part
{
    public static string Name => "parte";
}
