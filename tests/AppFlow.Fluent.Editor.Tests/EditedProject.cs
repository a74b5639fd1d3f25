using Xunit;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace AppFlow.Fluent.Editor.Tests;

/// <summary>The output of <c>.ci/editor</c> for the tests: a project that references only the package, and the log of its build.</summary>
internal static class EditedProject
{
    /// <summary>The project's folder, a copy of samples/Diagnostics and of the files in Consumer.</summary>
    public static string Folder { get; } = Given("EDITOR_CONSUMER");

    /// <summary>The log of the project's build, in SARIF.</summary>
    public static string BuildLog { get; } = Given("EDITOR_BUILD");

    /// <summary>The program csharp-ls.</summary>
    public static string LanguageServer { get; } = Given("EDITOR_SERVER");

    /// <summary>The project's own source files.</summary>
    public static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.cs").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>The full path of a source file.</summary>
    public static string PathOf(string file) => Path.Combine(Folder, file);

    private static string Given(string variable) =>
        Environment.GetEnvironmentVariable(variable) ?? throw new InvalidOperationException($"{variable} is not set: run these tests by .ci/editor.");
}
