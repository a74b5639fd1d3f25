using System.Globalization;
using System.Runtime.InteropServices;

namespace AppFlow.Fluent.Benchmarks.Reports;

/// <summary>The date, machine and command of a measurement.</summary>
/// <param name="Date">The day, in UTC.</param>
/// <param name="Machine">Cores, runtime and system; never a name or a path of the machine.</param>
/// <param name="Command">The command line to repeat it.</param>
internal sealed record RunInfo(string Date, string Machine, string Command)
{
    private const string Run = "dotnet run -c Release --project tests/AppFlow.Fluent.Benchmarks --";

    public static RunInfo Of(string command, IEnumerable<string> options) => new(
        DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}",
        string.Join(' ', [Run, command, .. options]));

    /// <summary>The line above a table.</summary>
    public override string ToString() => $"{Date}, {Machine}: `{Command}`";
}
