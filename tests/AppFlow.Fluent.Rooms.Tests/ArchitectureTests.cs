using System.Text.RegularExpressions;

namespace AppFlow.Fluent.Rooms.Tests;

/// <summary>The table of folders in <c>analyzers/ARCHITECTURE.md</c> is what the sources say.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string[] Projects = ["Rules", "Analyzers", "CodeFixes"];

    [Fact]
    public void The_table_names_every_folder_and_what_it_uses()
    {
        var rows = Row().Matches(File.ReadAllText(ProjectSources.PathOf("analyzers/ARCHITECTURE.md")))
            .Select(row => $"{row.Groups["project"].Value}: {row.Groups["folder"].Value} -> {row.Groups["uses"].Value.Trim()}");
        Assert.Equal(Lines(Projects.SelectMany(FoldersOf)), Lines(rows));
    }

    // One text, so that a failure shows all of it.
    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));

    // The files beside the project's own are no folder.
    private static IEnumerable<string> FoldersOf(string project)
    {
        var files = ProjectSources.Of("analyzers/AppFlow.Fluent." + project);
        var uses = RoomPlan.Read(files).Where(use => use.From != "." && use.To != ".").ToLookup(use => use.From, use => use.To);
        return files.Select(file => file.Room).Distinct().Where(room => room != ".")
            .Select(room => $"{project}: {room} -> {string.Join(", ", uses[room].Distinct().Order(StringComparer.Ordinal))}");
    }

    [GeneratedRegex(@"^\| (?<project>\w+): `(?<folder>[\w/]+)` \|[^|]+\|(?<uses>[^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
