using System.Text.Json;

namespace AppFlow.Fluent.Editor.Tests;

/// <summary>The diagnostics of our rules from the project's build.</summary>
internal static class Build
{
    /// <summary>All diagnostics, ordered by file and line.</summary>
    public static IReadOnlyList<SeenDiagnostic> Diagnostics()
    {
        using var log = JsonDocument.Parse(File.ReadAllText(EditedProject.BuildLog));
        var run = log.RootElement.GetProperty("runs")[0];
        var help = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()
            .Where(rule => rule.TryGetProperty("helpUri", out _))
            .ToDictionary(rule => rule.GetProperty("id").GetString()!, rule => rule.GetProperty("helpUri").GetString());
        return
        [
            .. from result in run.GetProperty("results").EnumerateArray()
               let id = result.GetProperty("ruleId").GetString()!
               where id.StartsWith("AFF", StringComparison.Ordinal)
               let place = result.GetProperty("locations")[0].GetProperty("physicalLocation")
               let region = place.GetProperty("region")
               let seen = new SeenDiagnostic(
                   Path.GetFileName(new Uri(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!).LocalPath),
                   region.GetProperty("startLine").GetInt32(),
                   region.GetProperty("startColumn").GetInt32(),
                   region.GetProperty("endLine").GetInt32(),
                   region.GetProperty("endColumn").GetInt32(),
                   result.GetProperty("level").GetString() == "note" ? "Info" : "Warning",
                   id,
                   result.GetProperty("message").GetProperty("text").GetString()!,
                   help[id])
               orderby seen.File, seen.Line, seen.Column
               select seen,
        ];
    }
}
