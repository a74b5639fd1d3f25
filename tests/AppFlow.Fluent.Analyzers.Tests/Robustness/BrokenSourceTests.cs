using AppFlow.Fluent.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Robustness;

/// <summary>No rule throws for any input.</summary>
public sealed class BrokenSourceTests
{
    // Files are compiled together, as in a project that is being worked on: names clash, types are incomplete.
    private const int FilesAtOnce = 10;
    private const int SeedsOfSnippets = 40;
    private const int RoundsOfASeed = 10;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, SeedsOfSnippets)];

    [Fact]
    public void There_are_enough_snippets() => Assert.True(CorpusOfSources.Snippets.Count > 200, $"{CorpusOfSources.Snippets.Count} snippets were found.");

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Broken_snippets_cause_no_exception(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < RoundsOfASeed; round++)
        {
            var files = Enumerable.Range(0, FilesAtOnce)
                .Select(_ => BrokenSource.Of(CorpusOfSources.Snippets[random.Next(CorpusOfSources.Snippets.Count)], CorpusOfSources.Snippets, random))
                .ToList();
            await RunAsync(files);
        }
    }

    [Fact]
    public Task The_product_s_sources_cause_no_exception() => RunAsync(CorpusOfSources.OwnSources);

    [Theory]
    [InlineData(101)]
    [InlineData(102)]
    [InlineData(103)]
    public Task The_product_s_broken_sources_cause_no_exception(int seed)
    {
        var random = new Random(seed);
        return RunAsync(CorpusOfSources.OwnSources.Select(source => BrokenSource.Of(source, CorpusOfSources.OwnSources, random)));
    }

    private static async Task RunAsync(IEnumerable<string> files) => await Analysis.DiagnosticsAsync(
        Analysis.Compilation(files.Select((file, index) => Analysis.Parse(file, $"File{index}.cs")), kind: OutputKind.ConsoleApplication));
}
