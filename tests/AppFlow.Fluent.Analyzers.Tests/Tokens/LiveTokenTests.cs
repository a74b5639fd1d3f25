using AppFlow.Fluent.Analyzers.Rules;
using AppFlow.Fluent.Analyzers.Tests.Verification;
using AppFlow.Fluent.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Tokens;

/// <summary>While a file is edited, its diagnostics appear at once, and nothing else is read again.</summary>
public sealed class LiveTokenTests
{
    private const int Files = 1000;

    [Fact]
    public async Task Each_file_alone_reports_the_same_as_the_compilation()
    {
        var diagnostics = await LiveDiagnostics.EqualThoseOfTheCompilationAsync(
            """class One { Task M() => ConnectorRegistration.Update("one").WithClientToken("a").SendAsync(); }""",
            """class Two { Task M() => ConnectorRegistration.Update("one").WithClientToken(Tokens.A).SendAsync(); Task Once() => ConnectorRegistration.Update("one").WithClientToken("b").SendAsync(); }""",
            """static class Tokens { public static readonly string A = "a"; public static Task Send([IdempotencyToken] string token) => Task.CompletedTask; }""",
            """class Four { Task M(bool b) => Tokens.Send(b ? "a" : "c"); object o = ConnectorRegistration.Update("one").WithClientToken("c"); }""",
            """class Five { Task M(string a) { ConnectorRegistration.Update(a).WithDescription(a); return ConnectorRegistration.Update().SendAsync(); } }""",
            """class Six { Task M() => Tokens.Send("a"); }""");

        Assert.Equal(4, diagnostics.Count(diagnostic => diagnostic.Id == "AFF1001"));
        Assert.Equal(3, diagnostics.Count(diagnostic => diagnostic.Id == "AFF1003"));
    }

    [Fact]
    public async Task The_other_places_are_additional_locations_by_path_and_position()
    {
        var compilation = LiveDiagnostics.Compile(
        [
            ("b/One.cs", """class One { object A = ConnectorRegistration.Update("one").WithClientToken("a"); object B = ConnectorRegistration.Update("one").WithClientToken("a"); }"""),
            ("c/Two.cs", """class Two { object A = ConnectorRegistration.Update("one").WithClientToken("a"); }"""),
            ("a/Three.cs", """class Three { object A = ConnectorRegistration.Update("one").WithClientToken("a"); }"""),
        ]);
        var diagnostics = await LiveDiagnostics.EqualThoseOfTheCompilationAsync(compilation);

        var inTwo = Assert.Single(diagnostics, diagnostic => diagnostic.Location.SourceTree!.FilePath == "c/Two.cs");
        Assert.Equal(["a/Three.cs", "b/One.cs", "b/One.cs"], inTwo.AdditionalLocations.Select(location => location.SourceTree!.FilePath));
        Assert.True(inTwo.AdditionalLocations[1].SourceSpan.Start < inTwo.AdditionalLocations[2].SourceSpan.Start);
        Assert.Contains("also given at Three.cs, line 1:", inTwo.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_diagnostic_disappears_when_the_other_file_changes()
    {
        var analyzer = new ClientTokenAnalyzer();
        var compilation = LiveDiagnostics.Compile(
        [
            ("One.cs", """class One { object A = ConnectorRegistration.Update("one").WithClientToken("a"); }"""),
            ("Two.cs", """class Two { object A = ConnectorRegistration.Update("one").WithClientToken("a"); }"""),
        ]);
        var one = compilation.SyntaxTrees[1];
        Assert.Equal("AFF1001", Assert.Single(await LiveDiagnostics.OfFileAsync(LiveDiagnostics.With(compilation, [analyzer]), one)).Id);

        var edited = Edit(compilation, compilation.SyntaxTrees[2], "\"a\"", "\"b\"");
        Assert.Equal("AFF1003", Assert.Single(await LiveDiagnostics.OfFileAsync(LiveDiagnostics.With(edited, [analyzer]), one)).Id);
    }

    [Fact]
    public async Task An_edit_reads_one_tree()
    {
        var analyzer = new ClientTokenAnalyzer();
        var compilation = LiveDiagnostics.Compile(Enumerable.Range(0, 50).Select(Sends));
        await LiveDiagnostics.OfFileAsync(LiveDiagnostics.With(compilation, [analyzer]), compilation.SyntaxTrees[1]);
        Assert.Equal(compilation.SyntaxTrees.Length, analyzer.TreesRead);

        var before = analyzer.TreesRead;
        var edited = Edit(compilation, compilation.SyntaxTrees[7], "adds paging", "adds a filter");
        var analysis = LiveDiagnostics.With(edited, [analyzer]);
        foreach (var tree in edited.SyntaxTrees)
        {
            await LiveDiagnostics.OfFileAsync(analysis, tree);
        }

        Assert.Equal(before + 1, analyzer.TreesRead);
    }

    // A cost that would grow with the project if an edit bound the other files.
    [Fact]
    public async Task An_edit_binds_only_the_places_of_its_own_tokens()
    {
        var analyzer = new ClientTokenAnalyzer();
        var compilation = LiveDiagnostics.Compile(Enumerable.Range(0, Files).Select(Sends));
        var edited = Edit(compilation, compilation.SyntaxTrees[500], "\"own-499\")", "\"own-7\")");

        var probe = new CompilationProbe();
        var analysis = LiveDiagnostics.With(edited, [analyzer, probe]);
        var diagnostics = await LiveDiagnostics.OfFileAsync(analysis, edited.SyntaxTrees[500]);

        Assert.Contains(diagnostics, diagnostic => diagnostic.Id == "AFF1001" && diagnostic.GetMessage(null).Contains("File7.cs", StringComparison.Ordinal));
        Assert.InRange(SemanticModels.CountOf(probe.Seen!), 1, 5);
    }

    [Fact]
    public async Task A_token_in_every_file_does_not_bind_every_file()
    {
        var analyzer = new ClientTokenAnalyzer();
        var compilation = LiveDiagnostics.Compile(Enumerable.Range(0, Files)
            .Select(i => (File: Sends(i), Own: $"own-{i}"))
            .Select(one => (one.File.FileName, one.File.Content.Replace(one.Own, "same", StringComparison.Ordinal))));
        var probe = new CompilationProbe();
        var analysis = LiveDiagnostics.With(compilation, [analyzer, probe]);
        var diagnostics = await LiveDiagnostics.OfFileAsync(analysis, compilation.SyntaxTrees[500]);
        Assert.Contains(diagnostics, diagnostic => diagnostic.Id == "AFF1001");
        Assert.InRange(SemanticModels.CountOf(probe.Seen!), 1, 60);
    }

    [Fact]
    public async Task A_project_without_tokens_is_not_bound()
    {
        var analyzer = new ClientTokenAnalyzer();
        var compilation = LiveDiagnostics.Compile(Enumerable.Range(0, 100).Select(i => ($"File{i}.cs", $$"""class C{{i}} { string M(string a) => a.Replace("a", "b") + M("c"); }""")));
        var probe = new CompilationProbe();
        var analysis = LiveDiagnostics.With(compilation, [analyzer, probe]);
        Assert.Empty(await analysis.GetAnalyzerDiagnosticsAsync());
        Assert.Equal(0, SemanticModels.CountOf(probe.Seen!));
    }

    // Two sends per file, in typical forms, and names that could be anything.
    private static (string FileName, string Content) Sends(int i) => ($"File{i}.cs", $$"""
        class C{{i}}
        {
            private const string Own = "own-{{i}}";
            private readonly string _fromOutside = Environment.MachineName;

            public async Task M(string token, AppFlowException e, string[] labels)
            {
                await ConnectorRegistration.Update("orders").WithDescription("adds paging").WithClientToken({{(i % 2 == 0 ? "Own" : $"\"own-{i}\"")}}).SendAsync();
                var made = ClientToken.New();
                await ConnectorRegistration.Update("orders").WithClientToken({{(i % 4) switch { 0 => "token", 1 => "e.ClientToken!", 2 => "made", _ => "_fromOutside" }}}).SendAsync();
            }
        }
        """);

    private static CSharpCompilation Edit(CSharpCompilation compilation, SyntaxTree tree, string old, string changed)
    {
        var text = tree.GetText();
        var start = text.ToString().IndexOf(old, StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text.WithChanges(new TextChange(new TextSpan(start, old.Length), changed))));
    }
}
