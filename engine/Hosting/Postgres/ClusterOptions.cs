using Microsoft.Extensions.Options;
using Npgsql;

namespace BotPhone.Hosting;

/// <summary>The section <c>Cluster</c>: whether this server works alone or is a node of several on one database.</summary>
internal sealed class ClusterOptions
{
    public const string Section = "Cluster";
    public const string None = "none";
    public const string Postgres = "postgres";

    /// <summary><c>none</c> for one server with its own files, or <c>postgres</c>.</summary>
    public string Provider { get; set; } = None;

    /// <summary>How to reach the database, as Npgsql reads it.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>What this node is called in the cluster; each has a name of its own. Default: the machine's name.</summary>
    public string Node { get; set; } = Environment.MachineName;

    public bool IsPostgres => Provider == Postgres;

    public static ClusterOptions Of(IConfiguration configuration) => configuration.GetSection(Section).Get<ClusterOptions>() ?? new ClusterOptions();
}

internal sealed class ClusterOptionsValidator : IValidateOptions<ClusterOptions>
{
    private const int LongestNode = 100;

    public ValidateOptionsResult Validate(string? name, ClusterOptions options) => new OptionRules(ClusterOptions.Section)
        .OneOf(nameof(options.Provider), options.Provider, ClusterOptions.None, ClusterOptions.Postgres)
        .Require(!options.IsPostgres || IsConnection(options.ConnectionString), nameof(options.ConnectionString), "deve dizer como chegar ao PostgreSQL, como 'Host=...;Username=...;Password=...;Database=...'")
        .Require(options.Node.Length is > 0 and <= LongestNode, nameof(options.Node), $"deve ter de 1 a {LongestNode} caracteres")
        .Result;

    private static bool IsConnection(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
