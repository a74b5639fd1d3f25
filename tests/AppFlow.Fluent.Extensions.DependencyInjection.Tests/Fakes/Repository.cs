namespace AppFlow.Fluent.Extensions.DependencyInjection.Tests.Fakes;

/// <summary>Folders of the repository.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The output folder of a project, relative to the project: <c>bin/Debug/net10.0</c>.</summary>
    public static string Output { get; } = Path.Combine([.. AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar)[^3..]]);

    private static string FindRoot(string folder)
    {
        while (!File.Exists(Path.Combine(folder, "Fluent.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run within the repository.");
        }

        return folder;
    }
}
