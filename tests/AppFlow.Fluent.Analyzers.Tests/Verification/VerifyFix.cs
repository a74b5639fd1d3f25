using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Verification;

/// <summary>
/// Applies fixes to snippets. Diagnostics that are marked before and not after must be gone, the result must compile, and there must be no
/// new compiler warning.
/// </summary>
internal static class VerifyFix
{
    /// <summary>
    /// Applies a fix to every diagnostic one by one, and with Fix All in document, project and solution; both must give
    /// <paramref name="after"/>, in which the remaining diagnostics are marked.
    /// </summary>
    /// <param name="before">The file, with its diagnostics marked.</param>
    /// <param name="after">The expected file.</param>
    /// <param name="equivalenceKey">The key of the fix if there are several.</param>
    /// <param name="iterations">How many fixes it takes, if two diagnostics are at one place.</param>
    /// <param name="afterAll">The file after Fix All, if it differs.</param>
    public static Task FileAsync(string before, string after, string? equivalenceKey = null, int? iterations = null, string? afterAll = null) =>
        FilesAsync([before], [after], equivalenceKey, iterations, afterAll is null ? null : [afterAll]);

    /// <summary>Checks that a file is not changed, not even by Fix All.</summary>
    public static Task NotOfferedAsync(string file, string? equivalenceKey = null) => FileAsync(file, file, equivalenceKey);

    /// <summary>The same for the files of a project.</summary>
    public static Task FilesAsync(string[] before, string[] after, string? equivalenceKey = null, int? iterations = null, string[]? afterAll = null)
    {
        AssertNoNewWarning(before, after);
        var test = new FixTest { CodeActionEquivalenceKey = equivalenceKey };
        test.TestState.Sources.AddRange(before.Select((content, i) => ($"File{i}.cs", SourceText.From(content))));
        test.FixedState.Sources.AddRange(after.Select((content, i) => ($"File{i}.cs", SourceText.From(content))));
        if (afterAll is not null)
        {
            AssertNoNewWarning(before, afterAll);
            test.BatchFixedState.MarkupHandling = MarkupMode.Allow;
            test.BatchFixedState.InheritanceMode = StateInheritanceMode.AutoInherit;
            test.BatchFixedState.Sources.Add(Snippets.GlobalUsings);
            test.BatchFixedState.Sources.AddRange(afterAll.Select((content, i) => ($"File{i}.cs", SourceText.From(content))));
        }

        if (iterations is { } count)
        {
            test.NumberOfIncrementalIterations = count;
        }

        return test.RunAsync();
    }

    /// <summary>The same for statements in the body of an async method.</summary>
    public static Task BodyAsync(string before, string after, string? equivalenceKey = null, int? iterations = null, string members = "", string? afterAll = null) => FileAsync(
        Verify.InMethod(before, members),
        Verify.InMethod(after, members),
        equivalenceKey,
        iterations,
        afterAll is null ? null : Verify.InMethod(afterAll, members));

    /// <summary>The same for top-level statements.</summary>
    public static Task ProgramAsync(string before, string after, string? equivalenceKey = null)
    {
        AssertNoNewWarning([before], [after], OutputKind.ConsoleApplication);
        var test = new FixTest { CodeActionEquivalenceKey = equivalenceKey };
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.Sources.Add(("Program.cs", before));
        test.FixedState.Sources.Add(("Program.cs", after));
        return test.RunAsync();
    }

    private static void AssertNoNewWarning(string[] before, string[] after, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        var known = Warnings(before, kind);
        foreach (var warning in Warnings(after, kind))
        {
            Assert.True(known.Remove(warning), $"The fixed code has a new warning: {warning}");
        }
    }

    private static List<string> Warnings(string[] files, OutputKind kind) => Analysis
        .Compilation(files.Select((file, i) => Analysis.Parse(WithoutMarkup(file), $"File{i}.cs")), kind: kind)
        .GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning)
        .Select(diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}")
        .ToList();

    private static string WithoutMarkup(string file)
    {
        TestFileMarkupParser.GetPositionsAndSpans(file, out var plain, out _, out _);
        return plain;
    }
}
