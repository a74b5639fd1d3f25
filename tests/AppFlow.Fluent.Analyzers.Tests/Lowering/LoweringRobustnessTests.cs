using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Analyzers.Lowering;
using AppFlow.Fluent.Analyzers.Tests.Robustness;
using AppFlow.Fluent.Analyzers.Tests.Verification;
using AppFlow.Fluent.Rules.Steps;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Lowering;

/// <summary>Lowering any body ends, in linear time, without an exception.</summary>
public class LoweringRobustnessTests
{
    [Fact]
    public void Every_body_of_the_products_own_sources_and_of_all_snippets_is_lowered()
    {
        var own = Analysis.Compilation(CorpusOfSources.OwnSources.Select((source, i) => Analysis.Parse(source, $"Own{i}.cs")));
        Assert.All(Lowered.All(own), Whole);
        var graphs = CorpusOfSources.Snippets.SelectMany(source => Lowered.All(Analysis.Compilation([Analysis.Parse(source)]))).ToList();
        Assert.NotEmpty(graphs);
        Assert.All(graphs, Whole);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Broken_source_is_lowered_as_far_as_possible(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 60; i++)
        {
            var source = CorpusOfSources.Snippets[random.Next(CorpusOfSources.Snippets.Count)];
            var broken = BrokenSource.Of(source, CorpusOfSources.Snippets, random);
            Assert.All(Lowered.All(Analysis.Compilation([Analysis.Parse(broken)])), Whole);
        }
    }

    [Theory]
    [InlineData("await ConnectorRegistration.Update(\"l#\").WithClientToken(label).SendAsync();")]
    [InlineData("if (label == \"l#\") { await ConnectorRegistration.Update(label).SendAsync(); }")]
    [InlineData("list.ForEach(x => ConnectorRegistration.Update(x).SendAsync());")]
    [InlineData("try { await ConnectorRegistration.Update(label).SendAsync(); } finally { list.Clear(); }")]
    public void Steps_grow_linearly_with_statements(string statement)
    {
        int Steps(int count) => Lowered.Statements(string.Join("\n", Enumerable.Range(0, count).Select(i => statement.Replace("#", $"{i}", StringComparison.Ordinal)))).Steps.Count();
        var (once, twice) = (Steps(50), Steps(100));
        Assert.InRange(twice, once, 2 * once);
    }

    [Fact]
    public void Nested_finally_blocks_do_not_double_endlessly()
    {
        var statements = string.Concat(Enumerable.Repeat("try { Next(); } finally { ", 14)) + "await ConnectorRegistration.Update(label).SendAsync();" + new string('}', 14);
        Assert.InRange(Lowered.Statements(statements).Blocks.Count, 1, 5000);
    }

    [Fact]
    public void A_function_with_many_calls_is_inlined_a_limited_number_of_times()
    {
        var functions = Enumerable.Range(0, 30).Select(i => $"async Task F{i}() {{ await F{i + 1}(); await F{i + 1}(); }}");
        var statements = "await F0(); " + string.Concat(functions) + "Task F30() => ConnectorRegistration.Update(label).SendAsync();";
        Assert.InRange(Lowered.Statements(statements).Blocks.Count, 1, 5000);
    }

    [Fact]
    public void A_body_without_requests_has_no_graph_and_a_cancelled_call_no_result()
    {
        var compilation = Analysis.Compilation([Analysis.Parse("class C { void M() => System.Console.WriteLine(); Task S() => ConnectorRegistration.Update().SendAsync(); }")]);
        var tree = compilation.SyntaxTrees.Last();
        var model = compilation.GetSemanticModel(tree);
        var blocks = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Select(method => model.GetOperation(method)!).ToList();
        var library = RequestLibrary.For(compilation)!;
        Assert.Null(BodyLowering.Lower(blocks[0], library, compilation, CancellationToken.None));
        Assert.Throws<OperationCanceledException>(() => BodyLowering.Lower(blocks[1], library, compilation, new CancellationToken(canceled: true)));
    }

    // Every reachable block is complete and leads to blocks of the graph.
    private static void Whole(StepGraph graph)
    {
        var blocks = graph.Blocks.ToHashSet();
        Assert.All(graph.Blocks, block => Assert.All(block.Next, next => Assert.Contains(next, blocks)));
        Assert.All(graph.Blocks.Where(block => block.Handler is not null), block => Assert.Contains(block.Handler!.First, blocks));
        Assert.True(graph.Entry.IsEnded);
    }
}
