namespace BotPhone.Demo;

/// <summary>The result, as a table.</summary>
internal static class Table
{
    public static void Print(IReadOnlyList<Row> rows)
    {
        string[] header = ["Operadora", "Estado", "Tempo", "Arquivo ou erro", "Igual ao do portal"];
        var cells = rows.Select(row => (string[])
        [
            row.Outcome.Operator, row.Outcome.Status, $"{row.Outcome.Time.TotalSeconds:0.0} s", row.Outcome.Said, row.IsRight ? $"sim, {row.Proof}" : "NÃO",
        ]).ToList();
        var widths = header.Select((title, column) => cells.Select(row => row[column].Length).Append(title.Length).Max()).ToArray();

        Rule('┌', '┬', '┐');
        Line(header);
        Rule('├', '┼', '┤');
        cells.ForEach(Line);
        Rule('└', '┴', '┘');

        void Rule(char left, char middle, char right) => Console.WriteLine(left + string.Join(middle, widths.Select(width => new string('─', width + 2))) + right);
        void Line(string[] row) => Console.WriteLine("│" + string.Join("│", row.Select((cell, column) => $" {cell.PadRight(widths[column])} ")) + "│");
    }
}
