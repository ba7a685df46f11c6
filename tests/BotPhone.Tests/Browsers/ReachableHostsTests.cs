using System.Net;
using System.Text;
using BotPhone.Invoices;
using BotPhone.Operators;
using Microsoft.Extensions.Configuration;

namespace BotPhone.Tests.Browsers;

public sealed class ReachableHostsTests
{
    [Theory]
    [InlineData("portal.example", "portal.example", true)]
    [InlineData("portal.example", "PORTAL.example.", true)]
    [InlineData("portal.example", "www.portal.example", false)]
    [InlineData("portal.example", "portal.example.mau.example", false)]
    [InlineData("portal.example", "mauportal.example", false)]
    [InlineData("*.cdn.example", "a.b.cdn.example", true)]
    [InlineData("*.cdn.example", "cdn.example", false)]
    [InlineData("*.cdn.example", "maucdn.example", false)]
    [InlineData("maçã.example", "xn--ma-tiap.example", true)]
    [InlineData("10.0.0.0/8", "10.200.1.2", true)]
    [InlineData("10.0.0.0/8", "11.0.0.1", false)]
    [InlineData("10.0.0.0/8", "::ffff:10.0.0.1", true)]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("127.0.0.1", "127.0.0.2", false)]
    [InlineData("127.0.0.1", "localhost", false)]
    [InlineData("::1", "::1", true)]
    [InlineData("[fd00::1]", "fd00::1", true)]
    [InlineData("fd00::/8", "fd12::1", true)]
    [InlineData("portal.example", "8.8.8.8", false)]
    public void Declares(string entry, string host, bool expected) => Assert.Equal(expected, ReachableHosts.Of(entry).Declares(host));

    [Theory]
    [InlineData("portal.example", "portal.example", "8.8.8.8", true)]
    [InlineData("portal.example", "portal.example", "2800:3f0::1", true)]
    [InlineData("portal.example", "portal.example", "127.0.0.1", false)]
    [InlineData("portal.example", "portal.example", "::1", false)]
    [InlineData("portal.example", "portal.example", "10.0.0.1", false)]
    [InlineData("portal.example", "portal.example", "172.31.255.255", false)]
    [InlineData("portal.example", "portal.example", "192.168.0.1", false)]
    [InlineData("portal.example", "portal.example", "169.254.169.254", false)]
    [InlineData("portal.example", "portal.example", "100.64.0.1", false)]
    [InlineData("portal.example", "portal.example", "0.0.0.0", false)]
    [InlineData("portal.example", "portal.example", "::", false)]
    [InlineData("portal.example", "portal.example", "::ffff:127.0.0.1", false)]
    [InlineData("portal.example", "portal.example", "fd00::1", false)]
    [InlineData("portal.example", "portal.example", "fe80::1", false)]
    [InlineData("portal.example", "portal.example", "64:ff9b::7f00:1", false)]
    [InlineData("portal.example", "portal.example", "2002:7f00:1::", false)]
    [InlineData("localhost", "localhost", "127.0.0.1", true)]
    [InlineData("localhost", "localhost", "::1", true)]
    [InlineData("localhost", "localhost", "10.0.0.1", false)]
    [InlineData("*.example.localhost", "a.example.localhost", "127.0.0.1", false)]
    public void MayBeAt(string entry, string host, string address, bool expected) =>
        Assert.Equal(expected, ReachableHosts.Of(entry).MayBeAt(host, IPAddress.Parse(address)));

    [Fact]
    public void MayBeAt_NameOfAnIntranet_WhenItsNetworkIsDeclaredToo()
    {
        var hosts = ReachableHosts.Of("portal.example", "10.0.0.0/8");
        Assert.True(hosts.MayBeAt("portal.example", IPAddress.Parse("10.1.2.3")));
        Assert.False(hosts.MayBeAt("portal.example", IPAddress.Parse("127.0.0.1")));
    }

    [Fact]
    public void Of_Settings_TakesEveryAddressInThem()
    {
        var hosts = Read("""{ "Address": "https://a.example:8443/x", "Inner": { "List": [ "http://127.0.0.1:81/" ] }, "Path": "faturas?de=https://c.example/", "Hosts": [ "b.example" ] }""").Hosts;
        Assert.All((string[])["a.example", "b.example", "127.0.0.1"], host => Assert.True(hosts.Declares(host)));
        Assert.False(hosts.Declares("c.example"));
    }

    [Fact]
    public void Of_ConfigurationOverTheFile_Wins()
    {
        const string File = """{ "Address": "https://a.example/", "Hosts": [ "b.example" ] }""";
        var hosts = Read(File, ("Address", "http://127.0.0.1:8101/"), ("Hosts:0", "c.example"), ("Hosts:1", "d.example")).Hosts;
        Assert.All((string[])["127.0.0.1", "c.example", "d.example"], host => Assert.True(hosts.Declares(host)));
        Assert.All((string[])["a.example", "b.example"], host => Assert.False(hosts.Declares(host)));
        Assert.True(Read("{}", ("Hosts:0", "c.example")).Hosts.Declares("c.example"));
    }

    [Theory]
    [InlineData("\"portal.example\"", "Hosts deve ser uma lista de textos")]
    [InlineData("[ 1 ]", "Hosts traz '1'")]
    [InlineData("[ \"\" ]", "Hosts traz ''")]
    [InlineData("[ \"*\" ]", "Hosts traz '*'")]
    [InlineData("[ \"*.br\" ]", "Hosts traz '*.br'")]
    [InlineData("[ \"https://portal.example\" ]", "Hosts traz 'https://portal.example'")]
    [InlineData("[ \"portal.example:443\" ]", "Hosts traz 'portal.example:443'")]
    [InlineData("[ \"a b\" ]", "Hosts traz 'a b'")]
    [InlineData("[ \"10.0.0.0/33\" ]", "Hosts traz '10.0.0.0/33'")]
    public void Read_EntryThatIsNoHost_RejectsTheOperator(string hosts, string reason) =>
        Assert.StartsWith($"operator.json: {reason}", Assert.Throws<RejectedException>(() => Read($$"""{ "Hosts": {{hosts}} }""")).Message, StringComparison.Ordinal);

    /// <summary>What is blocked is not declared by that.</summary>
    [Fact]
    public void Of_BlockedAddresses_AreNotReachable() =>
        Assert.False(Read("""{ "Address": "https://a.example/", "BlockedUrls": [ "https://medidor.example/x.js" ] }""").Hosts.Declares("medidor.example"));

    [Fact]
    public void Read_HostsInSettingsWithoutSuchAProperty_Bind() =>
        Assert.Equal("x", ((Settings)Read("""{ "hosts": [ "b.example" ], "Name": "x" }""", typeof(Settings)).Values!).Name);

    private static OperatorSettings Read(string json, params (string Key, string Value)[] configuration) => Read(json, null, configuration);

    private static OperatorSettings Read(string json, Type? type, params (string Key, string Value)[] configuration)
    {
        var values = configuration.ToDictionary(one => $"X:{one.Key}", one => (string?)one.Value);
        return OperatorSettings.Read(type, Encoding.UTF8.GetBytes(json), new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection("X"));
    }

    private sealed record Settings(string Name);
}
