namespace BotPhone.PortalSimulator.Billing;

internal static class CheckDigit
{
    /// <summary>Weights 2, 1, 2, 1… from the right; the digits of each product are added up.</summary>
    public static int Modulo10(string digits)
    {
        var sum = digits.Reverse().Select((digit, i) => (digit - '0') * (i % 2 == 0 ? 2 : 1)).Sum(product => (product / 10) + (product % 10));
        return (10 - (sum % 10)) % 10;
    }

    /// <summary>Weights 2 to 9 from the right; the result is 1 to 11, and what 10 and 11 become is the document's own rule.</summary>
    public static int Modulo11(string digits) => 11 - (digits.Reverse().Select((digit, i) => (digit - '0') * ((i % 8) + 2)).Sum() % 11);
}
