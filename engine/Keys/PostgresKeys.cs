using System.Xml.Linq;
using BotPhone.Hosting;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace BotPhone.Keys;

/// <summary>The keys that nodes share, in their database, encrypted as the settings say.</summary>
internal sealed class PostgresKeys(PostgresDatabase database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = database.Source.CreateCommand("select xml from protection_keys");
        using var reader = command.ExecuteReader();
        var keys = new List<XElement>();
        while (reader.Read()) keys.Add(XElement.Parse(reader.GetString(0)));
        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = database.Source.CreateCommand("insert into protection_keys (name, xml) values (@name, @xml) on conflict (name) do update set xml = excluded.xml");
        command.Parameters.AddRange(new NpgsqlParameter[] { new("name", friendlyName), new("xml", element.ToString(SaveOptions.DisableFormatting)) });
        command.ExecuteNonQuery();
    }
}
