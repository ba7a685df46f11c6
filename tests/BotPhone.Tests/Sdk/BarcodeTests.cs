using BotPhone.Sdk;

namespace BotPhone.Tests.Sdk;

public class BarcodeTests
{
    private const string Utility = "846300000003299902962024004101360008002006441147";

    [Theory]
    [InlineData(Utility, "29.99")]
    [InlineData("836400000011331201380002812884627116080136181551", "133.12")]
    [InlineData("858900004609524601791605607593050865831483000010", "46052.46")]
    public void TryParse_UtilityBill_GivesItsAmount(string line, string amount)
    {
        Assert.True(Barcode.TryParse(line, out var barcode));
        Assert.Equal((line, decimal.Parse(amount, null), null, true), (barcode.Line, barcode.Amount, barcode.DueDate, barcode.IsUtilityBill));
        Assert.Equal(44, barcode.Code.Length);
    }

    [Theory]
    [InlineData("10492006506100010004200997263900989810000021403", "214.03", "2022-05-10")]
    [InlineData("00191234546789012345767890123457399990000015990", "159.90", "2025-02-21")]
    [InlineData("00191234546789012345767890123457910000000015990", "159.90", "2025-02-22")]
    [InlineData("00191.23454 67890.123457 67890.123457 9 10000000015990", "159.90", "2025-02-22")]
    public void TryParse_Boleto_GivesAmountAndDueDate(string line, string amount, string due)
    {
        Assert.True(Barcode.TryParse(line, out var barcode));
        Assert.Equal((decimal.Parse(amount, null), DateOnly.Parse(due, null), false), (barcode.Amount, barcode.DueDate, barcode.IsUtilityBill));
    }

    public static TheoryData<int> Digits => [.. Enumerable.Range(0, Utility.Length)];

    /// <summary>One digit changed, wherever, is noticed.</summary>
    [Theory]
    [MemberData(nameof(Digits))]
    public void TryParse_OneDigitChanged_IsNone(int at)
    {
        foreach (var digit in "0123456789".Where(digit => digit != Utility[at]))
            Assert.False(Barcode.TryParse($"{Utility[..at]}{digit}{Utility[(at + 1)..]}", out _));
    }

    /// <summary>The blocks are right, the general digit is not; too short; nothing; the access key of a tax note, which has 44 digits and is no barcode.</summary>
    [Theory]
    [InlineData("846400000127345600012024608150000008000000000018")]
    [InlineData("84630000000329990296202400410136000800200644114")]
    [InlineData("35260111222333000181620010000012341000056789")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_WhatIsNone_IsNone(string? text) => Assert.False(Barcode.TryParse(text, out _));

    [Theory]
    [InlineData("846300000003299902962024004101360008002006441147")]
    [InlineData("836400000011331201380002812884627116080136181551")]
    [InlineData("858900004609524601791605607593050865831483000010")]
    [InlineData("10492006506100010004200997263900989810000021403")]
    [InlineData("00191234546789012345767890123457910000000015990")]
    public void TryParseCode_TheBarsOfALine_AreThatLine(string line)
    {
        Assert.True(Barcode.TryParse(line, out var barcode));
        Assert.True(Barcode.TryParseCode(barcode.Code, out var read));
        Assert.Equal(barcode, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0019910000000015990123456789012345678901234")]
    [InlineData("00192100000000159901234567890123456789012345")]
    [InlineData("84110000000299902962020041013600080020064411")]
    [InlineData("84620000000299902962024041013600080020064411")]
    public void TryParseCode_WhatIsNone_IsNone(string? text) => Assert.False(Barcode.TryParseCode(text, out _));
}
