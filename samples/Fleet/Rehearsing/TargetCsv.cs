using System.Globalization;
using CsvHelper;
using Fleet.Targets;

namespace Fleet.Rehearsing;

/// <summary>Writes the file that an operator would write.</summary>
internal static class TargetCsv
{
    public static void Write(string path, IEnumerable<Target> targets)
    {
        using var text = new StreamWriter(path);
        using var csv = new CsvWriter(text, CultureInfo.InvariantCulture);
        csv.WriteRecords(targets.Select(target => new { account = target.Account, region = target.Region, label = target.Label, endpoint = target.Endpoint }));
    }
}
