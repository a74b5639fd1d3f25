namespace AppFlow.Fluent.Benchmarks.Reports;

/// <summary>The folders that this program reads and writes.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The measured numbers, which are committed.</summary>
    public static string Results => Path.Combine(Root, "tests", "AppFlow.Fluent.Benchmarks", "results");

    /// <summary>The charts of the numbers, which are committed too.</summary>
    public static string Charts => Path.Combine(Root, "tests", "AppFlow.Fluent.Benchmarks", "charts");

    public static string Probes => Path.Combine(Root, "tests", "AppFlow.Fluent.Benchmarks", "Probes");

    /// <summary>A folder for builds and logs, which is not committed.</summary>
    public static string Scratch(string name) => Path.Combine(Root, "artifacts", "benchmarks", name);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Fluent.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The benchmarks run in their repository only.");
        }

        return folder.FullName;
    }
}
