using System.Text.RegularExpressions;

namespace BotPhone.Tests.Invoices.Reading;

/// <summary>What can be wrong with the text layer of a PDF.</summary>
internal enum TextDamage
{
    /// <summary>All characters are mixed.</summary>
    Shuffled,

    /// <summary>The characters of each word are mixed.</summary>
    ShuffledWords,

    /// <summary>The digits of each word are mixed, the rest stands.</summary>
    ShuffledDigits,

    /// <summary>Some digits have changed places with their neighbours, two of a number at most.</summary>
    SwappedDigits,

    /// <summary>Some or all words are not there, and digits have changed places.</summary>
    MissingLabels,

    /// <summary>Only a part is there, from one word to another.</summary>
    MissingParts,
}

internal static partial class TextDamages
{
    public static string To(string text, TextDamage damage, int seed)
    {
        var random = new Random(seed);
        return damage switch
        {
            TextDamage.Shuffled => Mixed(text, random),
            TextDamage.ShuffledWords => Word().Replace(text, word => Mixed(word.Value, random)),
            TextDamage.ShuffledDigits => Word().Replace(text, word => MixedDigits(word.Value, random)),
            TextDamage.SwappedDigits => Swapped(text, random),
            TextDamage.MissingLabels => Swapped(WithoutLabels(text, random), random),
            _ => Part(text, random),
        };
    }

    private static string Mixed(string text, Random random)
    {
        var characters = text.ToCharArray();
        random.Shuffle(characters);
        return new string(characters);
    }

    private static string MixedDigits(string word, Random random)
    {
        var digits = word.Where(char.IsAsciiDigit).ToArray();
        random.Shuffle(digits);
        var next = 0;
        return string.Concat(word.Select(character => char.IsAsciiDigit(character) ? digits[next++] : character));
    }

    private static string Swapped(string text, Random random)
    {
        const int LongestNumber = 60;
        var swapped = text.ToCharArray();
        for (var at = random.Next(LongestNumber); at < text.Length - 1; at += LongestNumber + random.Next(LongestNumber))
        {
            while (at < text.Length - 1 && !(char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]))) at++;
            if (at < text.Length - 1) (swapped[at], swapped[at + 1]) = (text[at + 1], text[at]);
        }

        return new string(swapped);
    }

    private static string WithoutLabels(string text, Random random)
    {
        var most = random.NextDouble();
        return Word().Replace(text, word => word.Value.Any(char.IsLetter) && random.NextDouble() < most ? "" : word.Value);
    }

    private static string Part(string text, Random random)
    {
        var words = Word().Matches(text);
        var (one, other) = (words[random.Next(words.Count)].Index, words[random.Next(words.Count)].Index);
        return text[Math.Min(one, other)..Math.Max(one, other)];
    }

    [GeneratedRegex(@"\S+")]
    private static partial Regex Word();
}
