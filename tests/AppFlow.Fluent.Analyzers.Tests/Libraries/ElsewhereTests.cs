using AppFlow.Fluent.Analyzers.Libraries;
using AppFlow.Fluent.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Libraries;

/// <summary>Requests of another assembly, without readable bodies.</summary>
public sealed class ElsewhereTests
{
    private static readonly MetadataReference Requests = Calls.Elsewhere("""
        [FluentRequest]
        public record Flow([property: System.ComponentModel.DataAnnotations.Required] string? Name = null, [property: IdempotencyToken] string? Token = null)
        {
            public string? Note { get; init; } = "by hand";
            public string? Free { get; set; }
            public string? Hidden { get; private init; }
            public Flow WithName(string name) => this with { Name = name };
            public Flow WithHidden(string hidden) => this with { Hidden = hidden };
            public Flow WithBoth(string name, string note) => this with { Name = name, Note = note };
            public Flow WithDefaults() => this with { Name = "a" };
            public Task SendAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
        }

        [FluentRequest]
        public sealed class Copied
        {
            public Copied(Copied other) => Name = other.Name;
            public Copied(Options options) => Name = options.Name;
            [System.ComponentModel.DataAnnotations.Required] public string? Name { get; }
        }

        public sealed record Options(string Name);

        public static class Extensions { public static Flow Audited(this Flow flow, string name) => flow.WithName(name); public static Flow Marked(this Flow flow, [IdempotencyToken] string key, string name) => flow with { Token = key }; }

        public static class Wrapper { public static Task Run(string label, [IdempotencyToken] string token) => Task.CompletedTask; }
        """);

    [Theory]
    [InlineData("new Flow()", "Begin Flow open")]
    [InlineData("new Flow(text)", "Begin Flow Name=text open")]
    [InlineData("new Flow(text, \"t\") { Note = \"n\" }", "Begin Flow Name=text Token=\"t\"(Token) Note=\"n\" open")]
    [InlineData("new Copied(copied)", "Begin Copied from copied open")]
    [InlineData("new Copied(new Options(text))", "Begin Copied open")]
    [InlineData("flow.WithName(text)", "With Flow from flow Name=text")]
    [InlineData("flow.WithHidden(text)", "With Flow from flow Hidden=text")]
    [InlineData("flow.WithBoth(text, text)", "With Flow from flow open")]
    [InlineData("flow.WithDefaults()", "With Flow from flow open")]
    [InlineData("flow.Audited(text)", "With Flow from flow open")]
    [InlineData("flow.Marked(text, \"n\")", "With Flow from flow Token=text(Token) open")]
    [InlineData("flow with { Name = text }", "With Flow from flow Name=text")]
    [InlineData("flow.Free = text", "Mutate Flow from flow Free=text")]
    [InlineData("flow.SendAsync()", "Send Flow from flow")]
    [InlineData("Wrapper.Run(\"a\", text)", "Wrapper Run of Run label=\"a\" token=text(Token)")]
    public void Unreadable_members_are_judged_by_name_or_unknown(string expression, string expected) =>
        Assert.Equal([expected], Calls.Of($$"""class C { object M(string text, Flow flow, Copied copied) => {{expression}}; }""", Requests));

    [Fact]
    public void A_build_and_an_editor_report_the_same()
    {
        const string source = """
            [FluentRequest] public sealed class Own
            {
                [System.ComponentModel.DataAnnotations.Required] public string? Name { get; private init; }
                public Own() { Name = "a"; }
                public string? Note { get; private set; }
                public string? Free { get; set; }
            }
            """;
        const string use = "class C { object M(string text) => new Own(); }";
        var project = Analysis.Compilation([Analysis.Parse(source)]).WithAssemblyName("Elsewhere");
        Assert.Equal(Calls.Of(use, Calls.Elsewhere(source)), Calls.Of(use, project.ToMetadataReference()));
        Assert.Equal(FieldsOf(Calls.Elsewhere(source)), FieldsOf(project.ToMetadataReference()));

        static string FieldsOf(MetadataReference reference)
        {
            var compilation = Calls.Compile(use, referencesLibrary: true, reference);
            return string.Join(", ", RequestLibrary.For(compilation)!.KindOf(compilation.GetTypeByMetadataName("Own"))!.Shape.Fields);
        }
    }

    [Theory]
    [InlineData(true, "class C;", true)]
    [InlineData(false, "class C;", false)]
    [InlineData(false, "namespace AppFlow.Fluent.Annotations { class FluentRequestAttribute : System.Attribute; }", true)]
    [InlineData(false, "namespace AppFlow.Fluent.Annotations { class IdempotencyTokenAttribute : System.Attribute; }", true)]
    [InlineData(false, "namespace Elsewhere.Annotations { class FluentRequestAttribute : System.Attribute; }", false)]
    public void A_project_without_the_library_may_declare_the_attributes(bool referencesLibrary, string source, bool expected) =>
        Assert.Equal(expected, RequestLibrary.For(Calls.Compile(source, referencesLibrary)) is not null);

    [Fact]
    public void A_reference_may_declare_the_attributes()
    {
        var marks = Calls.Elsewhere(
            "namespace AppFlow.Fluent.Annotations { class FluentRequestAttribute : System.Attribute; } [AppFlow.Fluent.Annotations.FluentRequest] public class R { public string? Name { get; init; } }",
            "Marks",
            referencesLibrary: false);
        Assert.Equal(["Begin R Name=\"a\" open"], Calls.Of(Calls.Compile("class C { object M() => new R { Name = \"a\" }; }", referencesLibrary: false, marks)));
    }

    [Theory]
    [InlineData("[FluentRequest] class R { public R( => Name = ; public string? Name { get; init } } class C { object M() => new R(1, 2, { Name = }; }")]
    [InlineData("[FluentRequest] class R : Missing<R> { public R WithName(string n) => this with { Name = n, }; } class C { object M(R r) => r.WithName().SendAsync(x).; }")]
    [InlineData("[FluentRequest] partial record R(string Name, [IdempotencyToken] Token) { public R With() => ; public R WithX(in string s) { return; } } class C { object M(R r) => r.WithX(ref r) with { ")]
    [InlineData("[FluentRequest] class R { R _r; public R WithR(R r) => r.WithR(this).WithR(r); public string? A => B; public string? B => A; } class C { object M(R r) => r.WithR(r); }")]
    [InlineData("class W { public void Run([IdempotencyToken] string t) => Run(t); } class C { void M() { new W().Run(); new W { X = 1 }.Run(t: t: 1); W[1] = 2; } }")]
    public void Broken_code_causes_no_exception(string source)
    {
        var compilation = Analysis.Compilation([Analysis.Parse(source)]);
        var library = RequestLibrary.For(compilation)!;
        foreach (var operation in Calls.OperationsOfM(compilation))
        {
            var call = library.CallOf(operation);
            Assert.Equal(call is null, call?.Shape is null);
            Assert.All(call?.Sets ?? [], set => Assert.Contains(set.Field, call!.Shape.Fields));
        }
    }
}
