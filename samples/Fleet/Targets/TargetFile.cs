using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Fleet.Targets;

/// <summary>Reads the targets of a roll-out. A file with any mistake is refused as a whole, so that no roll-out reaches only half a fleet.</summary>
internal static class TargetFile
{
    private static readonly string[] Required = ["account", "region", "label"];
    private static readonly string[] Optional = ["lambda", "endpoint", "role", "profile"];

    /// <exception cref="TargetFileException">Something in it is wrong, or it has no target.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static IReadOnlyList<Target> Read(string path)
    {
        using var text = new StreamReader(path);
        return Read(text, Path.GetFileName(path));
    }

    /// <exception cref="TargetFileException">Something in it is wrong, or it has no target.</exception>
    public static IReadOnlyList<Target> Read(TextReader text, string name)
    {
        var faults = new List<string>();
        var targets = new List<Target>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        using var csv = new CsvReader(text, Configuration(faults, name));
        if (!csv.Read() || !csv.ReadHeader())
        {
            throw new TargetFileException([$"{name}: the file is empty. Its first line names the columns: {string.Join(',', Required)}, and of {string.Join(',', Optional)} what is needed."]);
        }

        var columns = csv.HeaderRecord!;
        var first = csv.Parser.RawRow;
        faults.AddRange(FaultsOfHeader(columns).Select(fault => $"{name} line {first}, {fault}"));
        while (faults.Count == 0 && csv.Read())
        {
            // From here on all lines are read, so that one run reports everything that is wrong.
            do
            {
                AddRow(csv, columns.Length, name, targets, lines, faults);
            }
            while (csv.Read());
        }

        if (faults.Count == 0 && targets.Count == 0)
        {
            faults.Add($"{name}: there is no target below the header.");
        }

        return faults.Count == 0 ? targets : throw new TargetFileException(faults);
    }

    private static CsvConfiguration Configuration(List<string> faults, string name) => new(CultureInfo.InvariantCulture)
    {
        TrimOptions = TrimOptions.Trim,
        AllowComments = true,
        Comment = '#',
        BadDataFound = bad => faults.Add($"{name} line {bad.Context.Parser!.RawRow}, {ColumnOf(bad.Context)}: a quote stands where none may be."),
        MissingFieldFound = null,
    };

    private static string ColumnOf(CsvContext context)
    {
        var columns = context.Reader?.HeaderRecord;
        var index = context.Reader?.CurrentIndex ?? -1;
        return columns is not null && index >= 0 && index < columns.Length ? $"column {columns[index]}" : "a column";
    }

    private static IEnumerable<string> FaultsOfHeader(string[] columns)
    {
        foreach (var missing in Required.Except(columns))
        {
            yield return $"column {missing}: it is missing.";
        }

        foreach (var unknown in columns.Except([.. Required, .. Optional]))
        {
            yield return $"column {unknown}: it is not known. Known are {string.Join(", ", [.. Required, .. Optional])}.";
        }

        foreach (var twice in columns.GroupBy(column => column).Where(same => same.Count() > 1))
        {
            yield return $"column {twice.Key}: it is there twice.";
        }
    }

    private static void AddRow(
        CsvReader csv, int columns, string name, List<Target> targets, Dictionary<string, int> lines, List<string> faults)
    {
        var line = csv.Parser.RawRow;
        if (csv.Parser.Count != columns)
        {
            var last = csv.HeaderRecord![Math.Min(csv.Parser.Count, columns) - 1];
            faults.Add($"{name} line {line}, column {last}: the line has {csv.Parser.Count} columns, the header {columns}.");
            return;
        }

        var earlier = faults.Count;
        var row = WithoutBlanks(csv.GetRecord<TargetRow>());
        faults.AddRange(TargetFaults.Of(row).Select(found => $"{name} line {line}, column {found.Column}: {found.Fault}"));
        if (faults.Count > earlier)
        {
            return;
        }

        var target = new Target(
            row.Account, row.Region, row.Label, row.Lambda, row.Endpoint is null ? null : new Uri(row.Endpoint), row.Role, row.Profile);
        if (lines.TryAdd(target.Key, line))
        {
            targets.Add(target);
        }
        else
        {
            faults.Add($"{name} line {line}, column label: {target.Key} is already the target of line {lines[target.Key]}.");
        }
    }

    /// <summary>In an optional column, blanks mean the same as nothing.</summary>
    private static TargetRow WithoutBlanks(TargetRow row)
    {
        row.Lambda = ValueOf(row.Lambda);
        row.Endpoint = ValueOf(row.Endpoint);
        row.Role = ValueOf(row.Role);
        row.Profile = ValueOf(row.Profile);
        return row;

        static string? ValueOf(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
    }
}
