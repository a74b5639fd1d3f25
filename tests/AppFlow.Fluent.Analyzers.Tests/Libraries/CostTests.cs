using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Libraries;

/// <summary>The cost of reading bodies, counted instead of timed.</summary>
public sealed class CostTests
{
    [Fact]
    public void A_chain_of_the_library_reads_no_tree()
    {
        var compilation = Calls.Compile("""
            class C { object M(string label) => ConnectorRegistration.Update(label).WithDescription(Text(label)).SendAsync(); static string Text(string text) => text; }
            """);
        Assert.Equal(3, Calls.Of(compilation).Length);
        Assert.Equal(0, RequestLibrary.For(compilation)!.Trees.Count);
    }

    [Fact]
    public void A_body_is_read_only_in_its_own_tree()
    {
        var files = Enumerable.Range(0, 20).Select(i => Analysis.Parse(
            $$"""[FluentRequest] public sealed record R{{i}} { public string? Name { get; init; } public R{{i}} WithName(string name) => this with { Name = name }; }""", $"R{i}.cs"));
        var compilation = Analysis.Compilation([.. files, Analysis.Parse("class C { object M(R7 r) => r.WithName(\"a\").WithName(\"b\"); }", "C.cs")]);
        Assert.Equal(["With R7 from r Name=\"a\"", "With R7 from r.WithName(\"a\") Name=\"b\""], Calls.Of(compilation));
        Assert.Equal(1, RequestLibrary.For(compilation)!.Trees.Count);
    }

    // Bodies that all call each other: reading every path would never end.
    [Fact]
    public void Mutually_recursive_bodies_are_read_once()
    {
        var methods = string.Concat(Enumerable.Range(0, 40).Select(i =>
            $"public R WithX{i}(int n) => n == 0 ? this : {string.Concat(Enumerable.Range(0, 40).Select(j => $"WithX{j}(n)."))}WithX0(n);\n"));
        var compilation = Calls.Compile($$"""
            [FluentRequest] public sealed record R { {{methods}} public string? Name { get; init; } }
            class C { object M(R r) => r.WithX0(1); }
            """);
        Assert.EndsWith("open", Assert.Single(Calls.Of(compilation)), StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_one_library_per_compilation()
    {
        var compilation = Calls.Compile("class C;");
        Assert.Same(RequestLibrary.For(compilation), RequestLibrary.For(compilation));
        Assert.NotSame(RequestLibrary.For(compilation), RequestLibrary.For(compilation.AddSyntaxTrees(Analysis.Parse("class D;", "D.cs"))));
    }

    [Fact]
    public void Shapes_are_the_same_for_every_caller()
    {
        var compilation = Calls.Compile("""
            [FluentRequest] public sealed record R { public R WithName(string name) => this with { Name = name }; public string? Name { get; init; } }
            class C { object M(R r) => r.WithName("a").WithName("b"); static Task Run(string label, [IdempotencyToken] string token) => Task.CompletedTask; Task N() => Run("a", "b"); }
            """);
        var library = RequestLibrary.For(compilation)!;
        var fields = Enumerable.Range(0, 64).AsParallel()
            .SelectMany(_ => Calls.OperationsOfM(compilation).Select(library.CallOf).OfType<RequestCall>().SelectMany(call => call.Sets).Select(set => set.Field))
            .Distinct();
        Assert.Single(fields);
    }
}
