using System.Text.RegularExpressions;

namespace AppFlow.Fluent.Rooms.Tests;

/// <summary>The tables of folders in the <c>ARCHITECTURE.md</c> pages agree with the sources.</summary>
public sealed partial class ArchitectureTests
{
    [Theory]
    [InlineData("analyzers/ARCHITECTURE.md", "Rules=analyzers/AppFlow.Fluent.Rules", "Analyzers=analyzers/AppFlow.Fluent.Analyzers", "CodeFixes=analyzers/AppFlow.Fluent.CodeFixes")]
    [InlineData("src/ARCHITECTURE.md", "Library=src/AppFlow.Fluent")]
    public void The_table_names_every_folder_and_what_it_uses(string page, params string[] projects)
    {
        var rows = Row().Matches(File.ReadAllText(ProjectSources.PathOf(page)))
            .Select(row => $"{row.Groups["project"].Value}: {row.Groups["folder"].Value} -> {row.Groups["uses"].Value.Trim()}");
        Assert.Equal(Lines(projects.Select(project => project.Split('=')).SelectMany(project => FoldersOf(project[0], project[1]))), Lines(rows));
    }

    [Theory]
    [InlineData("src/ARCHITECTURE.md")]
    [InlineData("CONTRIBUTING.md")]
    public void Files_named_in_contributor_pages_exist(string page)
    {
        var missing = Named().Matches(File.ReadAllText(ProjectSources.PathOf(page))).Select(name => name.Groups["path"].Value).Distinct()
            .Where(path => !Path.Exists(ProjectSources.PathOf(path)) && !Path.Exists(ProjectSources.PathOf("src/" + path))).ToArray();
        Assert.Empty(missing);
    }

    // One text, so that a failure shows the whole table.
    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));

    // Files in the project's root are not in a folder.
    private static IEnumerable<string> FoldersOf(string label, string project)
    {
        var files = ProjectSources.Of(project);
        var uses = RoomPlan.Read(files).Where(use => use.From != "." && use.To != ".").ToLookup(use => use.From, use => use.To);
        return files.Select(file => file.Room).Distinct().Where(room => room != ".")
            .Select(room => $"{label}: {room} -> {string.Join(", ", uses[room].Distinct().Order(StringComparer.Ordinal))}");
    }

    [GeneratedRegex(@"^\| (?<project>\w+): `(?<folder>[\w/]+)` \|[^|]+\|(?<uses>[^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    // A path relative to the repository's root or to src; patterns and commands are not paths.
    [GeneratedRegex(@"`(?<path>(\.ci|\.config|src|tests|samples|analyzers|AppFlow\.Fluent[\w.]*)/[\w./-]+)`")]
    private static partial Regex Named();
}
