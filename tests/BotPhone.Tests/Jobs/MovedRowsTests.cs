using BotPhone.Jobs;
using BotPhone.Jobs.Move;
using BotPhone.Jobs.Store;
using NpgsqlTypes;

namespace BotPhone.Tests.Jobs;

public sealed class MovedRowsTests
{
    /// <summary>PostgreSQL takes no zero; what only looks like one stays.</summary>
    [Fact]
    public void OfLine_WithAZero_HasAnotherCharacterInItsPlace()
    {
        var row = Assert.Single(MovedRows.OfLine(LogDocument.Write(new LogLine(Guid.NewGuid(), "PROBE", DateTimeOffset.UnixEpoch, "INFO", "a\0b\0\0 \\u0000 \\\0", null) { Number = 7 })));
        Assert.Equal(7L, row[0]);
        Assert.Contains(@"""message"":""a\uFFFDb\uFFFD\uFFFD \\u0000 \\\uFFFD""", (string)row[3]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"a":1,"b":[1,{"c":"é","d":1.50}]}""", """{"b": [1, {"d": 1.50, "c": "\u00e9"}], "a": 1}""", true)]
    [InlineData("""{"a":[1,2]}""", """{"a":[2,1]}""", false)]
    [InlineData("""{"a":1}""", """{"a":"1"}""", false)]
    public void Write_SameDocumentInAnotherOrder_IsTheSame(string left, string right, bool same) => Assert.Equal(same, Text(left).SequenceEqual(Text(right)));

    [Fact]
    public void IsOfTheSame_WhateverTheOrder_ButEachRecordAsOften()
    {
        Assert.True(Of("a", "b", "c").IsOfTheSame(Of("c", "a", "b")));
        Assert.False(Of("a", "b").IsOfTheSame(Of("a", "c")));
        Assert.False(Of("a", "a", "b").IsOfTheSame(Of("a", "b", "b")));
        Assert.False(Of("a").IsOfTheSame(Of("a", "a", "a")));
    }

    private static byte[] Text(string json) => RowText.Write([json], [NpgsqlDbType.Jsonb]);

    private static RecordDigest Of(params string[] records)
    {
        var digest = new RecordDigest();
        foreach (var record in records) digest.Add(System.Text.Encoding.UTF8.GetBytes(record));
        return digest;
    }
}
