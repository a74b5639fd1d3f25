using AppFlow.Fluent.Editor.FixServer;
using Microsoft.CodeAnalysis;
using Xunit;
using Xunit.Abstractions;

namespace AppFlow.Fluent.Editor.Tests.Fixes;

/// <summary>The fixes in the package, loaded from the project's analyzer references as an editor does.</summary>
public sealed class FixTests(OpenedProject opened, ITestOutputHelper output) : IClassFixture<OpenedProject>
{
    private const string Remove = "Remove the client token";
    private const string UseOperation = "Use WithOperationId";
    private const string Hoist = "Create one client token before the retry";

    [Fact]
    public async Task Each_diagnostic_with_a_fix_is_offered_it()
    {
        var project = opened.Project;
        var offered = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var (document, diagnostic) in DiagnosticsAsync(project))
        {
            var kind = document.Name == "AwsRequests.cs" ? "AWS SDK" : "fluent";
            var titles = string.Join(", ", (await project.OfferedAsync(document, diagnostic)).Select(fix => fix.Action.Title));

            // Only the author knows the value of a field of the AWS SDK.
            Assert.Equal(project.FixableIds.Contains(diagnostic.Id) && (kind, diagnostic.Id) is not ("AWS SDK", "AFF2001" or "AFF2002"), titles.Length > 0);
            if (titles.Length > 0)
            {
                offered[$"{kind} {diagnostic.Id} {titles}"] = titles;
            }
        }

        Assert.Equal(
            [
                $"AWS SDK AFF1001 {Remove}",
                $"AWS SDK AFF1002 {Remove}",
                $"AWS SDK AFF1003 {Remove}",
                $"AWS SDK AFF1004 {Hoist}",
                $"AWS SDK AFF1005 {Remove}",
                $"fluent AFF1001 {Remove}, {UseOperation}",
                $"fluent AFF1002 {Remove}",
                $"fluent AFF1003 {Remove}, {UseOperation}",
                $"fluent AFF1004 {Hoist}",
                $"fluent AFF1005 {Remove}",
                "fluent AFF2001 Set ConnectorProvisioningConfig",
                "fluent AFF2002 Set ConnectorLabel",
                "fluent AFF4001 Use the result: request = …",
                "fluent AFF4003 Remove WithDescription",
            ],
            offered.Keys);
    }

    [Fact]
    public async Task Each_fix_applied_leaves_code_that_compiles_without_the_diagnostic()
    {
        var project = opened.Project;
        var applied = 0;
        await foreach (var (document, diagnostic) in DiagnosticsAsync(project))
        {
            var before = await project.DiagnosticsAsync(document);
            foreach (var fix in await project.OfferedAsync(document, diagnostic))
            {
                var fixedDocument = await AnalyzedProject.AppliedAsync(document, fix.Action);
                var place = $"{document.Name}: {fix.Action.Title} for {diagnostic.Id}";

                Assert.Equal((place, ""), (place, string.Join('\n', await AnalyzedProject.ErrorsAsync(fixedDocument.Project))));
                Assert.Equal((place, Ids(Without(before, diagnostic))), (place, Ids((await project.DiagnosticsAsync(fixedDocument)).Select(left => left.Id))));
                applied++;
            }
        }

        output.WriteLine($"{applied} fixes applied and compiled.");
        Assert.Equal(21, applied);
    }

    [Fact]
    public async Task Each_fix_applied_to_all_of_a_document_leaves_code_that_compiles_without_any()
    {
        var project = opened.Project;
        var applied = new HashSet<string>();
        await foreach (var (document, diagnostic) in DiagnosticsAsync(project))
        {
            foreach (var fix in await project.OfferedAsync(document, diagnostic))
            {
                var place = $"{document.Name}: {fix.Action.Title} for all {diagnostic.Id}";
                if (applied.Add(place))
                {
                    var fixedDocument = await project.AppliedToAllAsync(document, diagnostic.Id, fix);
                    Assert.Equal((place, ""), (place, string.Join('\n', await AnalyzedProject.ErrorsAsync(fixedDocument.Project))));
                    Assert.DoesNotContain((place, diagnostic.Id), (await project.DiagnosticsAsync(fixedDocument)).Select(left => (place, left.Id)));
                }
            }
        }

        output.WriteLine($"{applied.Count} fixes applied to all of a document and compiled.");
        Assert.Equal(18, applied.Count);
    }

    private static async IAsyncEnumerable<(Document Document, Diagnostic Diagnostic)> DiagnosticsAsync(AnalyzedProject project)
    {
        foreach (var file in EditedProject.Files)
        {
            var document = AnalyzedProject.Document(project.Original, file);
            foreach (var diagnostic in await project.DiagnosticsAsync(document))
            {
                yield return (document, diagnostic);
            }
        }
    }

    /// <summary>The diagnostics that remain when one is fixed. If a token is used at two places, the other place is now its only use.</summary>
    private static IEnumerable<string> Without(IReadOnlyList<Diagnostic> before, Diagnostic diagnostic) =>
        from other in before
        where other.Location != diagnostic.Location
        select diagnostic.Id == "AFF1001" && other.Id == "AFF1001" ? "AFF1003" : other.Id;

    private static string Ids(IEnumerable<string> ids) => string.Join(' ', ids.Order(StringComparer.Ordinal));
}
