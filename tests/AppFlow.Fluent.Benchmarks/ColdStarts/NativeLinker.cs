namespace AppFlow.Fluent.Benchmarks.ColdStarts;

/// <summary>The linker for native programs.</summary>
internal static class NativeLinker
{
    /// <summary>The argument of <c>dotnet publish</c> that selects gcc if there is no clang, the default; null if no argument is needed.</summary>
    public static string? Argument => !OperatingSystem.IsWindows() && !IsOnPath("clang") && IsOnPath("gcc") ? "-p:CppCompilerAndLinker=gcc" : null;

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
