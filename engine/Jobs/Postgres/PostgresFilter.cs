using Npgsql;

namespace BotPhone.Jobs.Postgres;

/// <summary>What narrows a query, as its conditions and their values.</summary>
internal sealed class PostgresFilter
{
    private readonly List<string> _conditions = ["true"];

    public List<NpgsqlParameter> Parameters { get; } = [];

    public string Conditions => string.Join(" and ", _conditions);

    public static PostgresFilter Of(LedgerFilter filter) => new PostgresFilter()
        .And("operator = @operator", PostgresJobStore.Text("operator", filter.Operator))
        .And("cnpj = @cnpj", PostgresJobStore.Text("cnpj", filter.Cnpj?.Value))
        .And("account = @account", PostgresJobStore.Text("account", filter.Number));

    /// <summary>One condition more, unless its value is missing.</summary>
    public PostgresFilter And(string condition, NpgsqlParameter parameter)
    {
        if (parameter.Value is null or DBNull) return this;
        _conditions.Add(condition);
        Parameters.Add(parameter);
        return this;
    }
}
