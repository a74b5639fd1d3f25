using System.Globalization;

namespace AppFlow.Fluent.Benchmarks.FSharpChecks;

/// <summary>What a process of a build cost, from its start to its end.</summary>
internal sealed record ProcessCost(double Seconds, double CpuSeconds)
{
    /// <summary>The environment variable with the folder that processes write to.</summary>
    public const string FolderVariable = "APPFLOW_FLUENT_BENCHMARK_PROCESSES";

    /// <summary>The one process of a program; null if it did not run.</summary>
    /// <exception cref="InvalidOperationException">It ran more than once.</exception>
    public static ProcessCost? Find(string folder, string program) => Directory.EnumerateFiles(folder)
        .Select(path => File.ReadAllText(path).Split(' '))
        .Where(words => words[0] == program)
        .Select(words => new ProcessCost(double.Parse(words[1], CultureInfo.InvariantCulture), double.Parse(words[2], CultureInfo.InvariantCulture)))
        .SingleOrDefault();
}
