using System.Collections.Immutable;
using AppFlow.Fluent.Analyzers.Rules;
using AppFlow.Fluent.Analyzers.Tests.Verification;
using AppFlow.Fluent.Analyzers.Values;
using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Tokens;

/// <summary>What an analyzer caches across edits must never have an effect: it reports the same as a new one.</summary>
public sealed class EditedProjectTests
{
    // The versions of each file between edits: some differ only in a body, others in their declarations.
    private static readonly (string FileName, string[] Contents)[] Files =
    [
        ("A.cs", [
            """partial class A { Task M() => Shop.Send("a"); }""",
            """partial class A { Task M() => Shop.Send("b"); }""",
            """partial class A { Task M(bool b) => Shop.Send(b ? "a" : "b"); }""",
            """partial class A { Task M() { var token = "a"; return Shop.Send(token); } }""",
            """partial class A { Task M(string token) => Shop.Send(token); }""",
            """partial class A { Task M() => Shop.Send(Names.Token); }""",
            """partial class A { Task M() => Shop.Send((Names.Token as string)!); }""",
            """partial class A { Task M() { var token = Names.Token; return Shop.Send(token); } }""",
        ]),
        ("B.cs", [
            """class B { Task M() => Shop.Send("a"); }""",
            """class B { async Task M() { await Shop.Send("a"); await Shop.Send("b"); } }""",
            """class B { Task M() => Shop.Send(Names.Token); }""",
            """class B { Task M() => Shop.Send(Names.Token + "x"); }""",
            """class B { Task M() => Shop.Send("ax"); }""",
            """class B { Task M() => Task.CompletedTask; }""",
            """class B { Task M() { return Send("a"); Task Send([IdempotencyToken] string token) => Task.CompletedTask; } }""",
            """class B { Task M() { return Send("a"); Task Send(string token) => Task.CompletedTask; } }""",
        ]),
        ("C.cs", [
            """class C { object M() => ConnectorRegistration.Update("one").WithClientToken("a"); }""",
            """using Shop = Other; class C { object M() => Shop.Send("a"); }""",
            """class C { object M() => ConnectorRegistration.Update("one").WithDescription("a"); }""",
            """class C { object M() => ConnectorRegistration.Update("one").WithTeam("a").SendAsync(); }""",
        ]),
        ("Extensions.cs", [
            """static class Extensions { public static UpdateConnectorRegistrationRequest WithTeam(this UpdateConnectorRegistrationRequest r, string team) => r.WithClientToken(team); }""",
            """static class Extensions { public static UpdateConnectorRegistrationRequest WithTeam(this UpdateConnectorRegistrationRequest r, string team) => r.WithDescription(team); }""",
            """static class Extensions { public static UpdateConnectorRegistrationRequest WithTeam(this UpdateConnectorRegistrationRequest r, string team) => r; }""",
        ]),
        ("Marks.cs", [
            """[System.CodeDom.Compiler.GeneratedCode("x", "1")] partial class A { }""",
            """class Marks { }""",
            """global using Key = AppFlow.Fluent.Annotations.IdempotencyTokenAttribute;""",
        ]),
        ("Names.cs", [
            """static class Names { public const string Token = "a"; }""",
            """static class Names { public const string Token = "b"; }""",
            """static class Names { public static readonly string Token = "a"; }""",
            """static class Names { public static readonly string Token = "b"; }""",
            """static class Names { public static readonly string Token = "a"; static Names() { Token = Environment.MachineName; } }""",
            """static class Names { public static readonly string Token = "a"; static Names() { } }""",
            """class Base { public const string Token = "a"; } class Names : Base { }""",
        ]),
        ("Shop.cs", [
            """static class Shop { public static Task Send([IdempotencyToken] string token) => Task.CompletedTask; }""",
            """static class Shop { public static Task Send([IdempotencyToken] string token) => Task.Delay(1); }""",
            """static class Shop { public static Task Send(string token) => Task.CompletedTask; }""",
            """static class Shop { public static Task Send([IdempotencyToken] object token) => Task.CompletedTask; public static Task Send(string token) => Task.CompletedTask; }""",
            """static class Shop { public static Task Send([IdempotencyToken] object token) => Task.CompletedTask; }""",
            """static class Shop { public static Task Send([Key] string token) => Task.CompletedTask; }""",
            """static class Shop { public static Task Send([IdempotencyToken] string token) => ConnectorRegistration.Update("one").WithClientToken(token).SendAsync(); }""",
        ]),
        ("Other.cs", [
            """static class Other { public static Task Send(string token) => Task.CompletedTask; }""",
            """static class Other { public static Task Send([IdempotencyToken] string token) => Task.CompletedTask; }""",
        ]),
    ];

    private static readonly Gen<(int File, int Content)> Edit =
        Gen.Int[0, Files.Length - 1].SelectMany(file => Gen.Int[0, Files[file].Contents.Length - 1].Select(content => (file, content)));

    [Fact]
    public Task An_analyzer_that_followed_the_edits_reports_the_same_as_a_new_one() =>
        Edit.List[4, 12].SampleAsync(async edits =>
        {
            var compilation = LiveDiagnostics.Compile(Files.Select(file => (file.FileName, file.Contents[0])));
            var kept = AllRules.Analyzers();
            await OfAllFilesAsync(compilation, kept);
            foreach (var (file, content) in edits)
            {
                compilation = Replace(compilation, Files[file].FileName, content);
                Assert.Equal(await OfAllFilesAsync(compilation, AllRules.Analyzers()), await OfAllFilesAsync(compilation, kept));
            }
        }, iter: 60);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_cancelled_analysis_leaves_no_trace(int bodies)
    {
        var compilation = LiveDiagnostics.Compile(Files.Select(file => (file.FileName, file.Contents[0])));
        var kept = AllRules.Analyzers();
        using var cancellation = new CancellationTokenSource();
        var given = LiveDiagnostics.With(compilation, kept.Add(new GivingUp(bodies, cancellation)));

        // With several threads the others may have finished by then.
        var end = await Record.ExceptionAsync(() => given.GetAnalyzerDiagnosticsAsync(cancellation.Token));
        Assert.True(end is null or OperationCanceledException, end?.ToString());
        Assert.True(cancellation.IsCancellationRequested);

        Assert.Equal(await OfAllFilesAsync(compilation, AllRules.Analyzers()), await OfAllFilesAsync(compilation, kept));
    }

    // A field's initializer is not part of its file's declarations, so the declaration version does not cover it.
    [Theory]
    [InlineData("Shop.Send(Names.Token)")]
    [InlineData("Shop.Send((Names.Token as string)!)")]
    [InlineData("""Shop.Two("a", Names.Token)""")]
    [InlineData("""Shop.Two("a", (Names.Token as string)!)""")]
    public async Task A_changed_field_is_read_again(string call)
    {
        static string Names(string value) => $$"""static class Names { public static readonly string Token = {{value}}; }""";
        var compilation = LiveDiagnostics.Compile(
        [
            ("A.cs", $"class A {{ Task M() => {call}; }}"),
            ("B.cs", """class B { Task M() => Shop.Send("a"); Task N() => Shop.Send("b"); }"""),
            ("Names.cs", Names("\"a\"")),
            ("Shop.cs", """static class Shop { public static Task Send([IdempotencyToken] string token) => Task.CompletedTask; public static Task Two([IdempotencyToken] string one, [IdempotencyToken] string two) => Task.CompletedTask; }"""),
        ]);
        var kept = AllRules.Analyzers();
        foreach (var value in new[] { "\"a\"", "\"b\"", "Environment.MachineName", "\"a\"" })
        {
            var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == "Names.cs");
            compilation = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(Names(value), Snippets.ParseOptions, tree.FilePath));
            Assert.Equal(await OfAllFilesAsync(compilation, AllRules.Analyzers()), await OfAllFilesAsync(compilation, kept));
        }
    }

    [Fact]
    public async Task An_edit_of_a_body_binds_no_other_file_again_and_one_of_a_declaration_does()
    {
        var analyzer = new ClientTokenAnalyzer();
        static string Sends(string type) => $$"""class {{type}} { object M() => ConnectorRegistration.Update("one").WithClientToken("a"); }""";
        var files = Files.Where(file => file.FileName is "Shop.cs" or "Names.cs").Select(file => (file.FileName, file.Contents[0]));
        var compilation = LiveDiagnostics.Compile([("A.cs", Sends("A")), ("B.cs", Sends("B")), ("C.cs", Sends("C")), .. files]);
        Assert.Equal(2, await LookedAtAsync(compilation, analyzer));

        var body = Replace(compilation, "Shop.cs", 1);
        Assert.Equal(0, await LookedAtAsync(body, analyzer));

        var declaration = Replace(body, "Names.cs", 1);
        Assert.Equal(2, await LookedAtAsync(declaration, analyzer));
    }

    [Theory]
    [InlineData("""class A { object M() => ConnectorRegistration.Update("one").With\u0043lientToken("a"); }""")]
    [InlineData("""class A { object M() => ConnectorRegistration.Update("one").@WithClientToken("a"); }""")]
    [InlineData("""class A { object? M() => ConnectorRegistration.Update("one")?.WithClientToken("a"); }""")]
    [InlineData("""class A { object M() => ConnectorRegistration.Update("one").\u0057ith\U00000043lientToke\u006e("a"); }""")]
    public async Task A_call_is_found_however_its_name_is_written(string source)
    {
        var diagnostics = await LiveDiagnostics.EqualThoseOfTheCompilationAsync(
            source,
            """class B { object M() => ConnectorRegistration.Update("one").WithClientToken("a"); }""");
        Assert.Equal(2, diagnostics.Count(diagnostic => diagnostic.Id == "AFF1001"));
    }

    // Format characters are not part of a name, and letters beyond ASCII may be written in several ways.
    [Theory]
    [InlineData("Gr\u00fc\u00dfe", "Gr\u00fc\u00dfe")]
    [InlineData("Gr\u00fc\u00dfe", "Gr\\u00fc\\u00dfe")]
    [InlineData("Gr\u00fc\u00dfe", "Gr\u00fc\u200d\u00dfe")]
    public async Task A_wrapper_is_found_however_its_name_is_written(string declared, string called)
    {
        var diagnostics = await LiveDiagnostics.EqualThoseOfTheCompilationAsync(
            $$"""static class Shop { public static void {{declared}}([IdempotencyToken] string token) { } }""",
            $$"""class A { void M() => Shop.{{called}}("a"); }""",
            $$"""class B { void M() => Shop.{{declared}}("a"); }""");
        Assert.Equal(2, diagnostics.Count(diagnostic => diagnostic.Id == "AFF1001"));
    }

    [Fact]
    public async Task Comments_texts_and_disabled_code_are_ignored()
    {
        var diagnostics = await LiveDiagnostics.EqualThoseOfTheCompilationAsync(
            """
            class A
            {
                // .WithClientToken("a")
                const string S = ".WithClientToken(\"a\")";
            #if NEVER
                object N() => ConnectorRegistration.Update("one").WithClientToken("a");
            #endif
            }
            """,
            """class B { object M() => ConnectorRegistration.Update("one").WithClientToken("a"); }""");
        Assert.Equal("AFF1003", Assert.Single(diagnostics).Id);
    }

    // How many files were bound for the diagnostic in A.cs, whose token is sent at two other places.
    private static async Task<int> LookedAtAsync(CSharpCompilation compilation, ClientTokenAnalyzer analyzer)
    {
        var probe = new CompilationProbe();
        var analysis = LiveDiagnostics.With(compilation, [analyzer, probe]);
        var found = await LiveDiagnostics.OfFileAsync(analysis, compilation.SyntaxTrees.Single(tree => tree.FilePath == "A.cs"));
        Assert.Equal(2, Assert.Single(found).AdditionalLocations.Count);
        return SemanticModels.CountOf(probe.Seen!);
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, string file, int content)
    {
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == file);
        var text = Files.Single(other => other.FileName == file).Contents[content];
        return compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, Snippets.ParseOptions, file));
    }

    private static async Task<IReadOnlyList<string>> OfAllFilesAsync(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var analysis = LiveDiagnostics.With(compilation, analyzers);
        var found = new List<Diagnostic>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            found.AddRange(await LiveDiagnostics.OfFileAsync(analysis, tree));
        }

        return [.. found.Select(diagnostic => $"{diagnostic} {string.Join(" ", diagnostic.AdditionalLocations)}").Order(StringComparer.Ordinal)];
    }
}
