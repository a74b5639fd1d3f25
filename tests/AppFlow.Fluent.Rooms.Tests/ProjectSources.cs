namespace AppFlow.Fluent.Rooms.Tests;

/// <summary>The product's projects, and their sources.</summary>
internal static class ProjectSources
{
    private static readonly string Root = FindRoot(AppContext.BaseDirectory);

    /// <summary>
    /// The paths of all C# projects under <c>src</c> and <c>analyzers</c>, except <c>.Package</c> projects, which only pack others.
    /// </summary>
    public static IEnumerable<string> Projects() =>
        from folder in (string[])["src", "analyzers"]
        from project in Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories)
        where !project.EndsWith(".Package.csproj", StringComparison.Ordinal)
        select Slashed(Path.GetRelativePath(Root, Path.GetDirectoryName(project)!)) into path
        orderby path
        select path;

    public static SourceFile[] Of(string project)
    {
        var folder = Path.Combine(Root, project);
        return
        [
            .. from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
               let path = Slashed(Path.GetRelativePath(folder, file))
               where !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal)
               orderby path
               select new SourceFile(path, File.ReadAllText(file)),
        ];
    }

    public static string PathOf(string file) => Path.Combine(Root, file);

    private static string FindRoot(string folder)
    {
        while (!File.Exists(Path.Combine(folder, "Fluent.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run within the repository.");
        }

        return folder;
    }

    private static string Slashed(string path) => path.Replace('\\', '/');
}
