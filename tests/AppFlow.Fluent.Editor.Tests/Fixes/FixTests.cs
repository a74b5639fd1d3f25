using AppFlow.Fluent.Editor.FixServer;
using Xunit;
using Xunit.Abstractions;

namespace AppFlow.Fluent.Editor.Tests.Fixes;

/// <summary>The fixes that the package brings, taken out of the project's analyzer references as an editor does.</summary>
public sealed class FixTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Dump()
    {
        using var project = await AnalyzedProject.OpenAsync(EditedProject.PathOf("Diagnostics.csproj"));
        output.WriteLine(string.Join(' ', project.FixableIds.Order()));
        foreach (var file in EditedProject.Files)
        {
            var document = AnalyzedProject.Document(project.Original, file);
            foreach (var diagnostic in await project.DiagnosticsAsync(document))
            {
                output.WriteLine($"{file}:{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1} {diagnostic.Id}");
                foreach (var fix in await project.OfferedAsync(document, diagnostic))
                {
                    var changed = await AnalyzedProject.AppliedAsync(document, fix.Action);
                    output.WriteLine($"    {fix.Action.Title}  [{fix.Action.EquivalenceKey}] nested {fix.Action.NestedActions.Length} all:{fix.Provider.GetFixAllProvider() != null} errors {(await AnalyzedProject.ErrorsAsync(changed.Project)).Count} left: " + string.Join(' ', (await project.DiagnosticsAsync(changed)).Select(d => d.Id + ":" + (d.Location.GetLineSpan().StartLinePosition.Line + 1))));
                }
            }
        }
    }
}
