using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Libraries;

public sealed class OwnConstructorTests
{
    [Theory]
    [InlineData("public R(string name) => Name = name;", "new R(text)", "Begin R Name=text")]
    [InlineData("public R(string name) { Name = name; Note = \"by hand\"; }", "new R(text)", "Begin R Name=text Note=\"by hand\"!")]
    [InlineData("public R(string name) : this(name, \"x\") { } public R(string name, string note) { Name = name; Note = note; }", "new R(text)", "Begin R Name=text Note=\"x\"!")]
    [InlineData("public R(string name, string note) => (Name, Note) = (name, note);", "new R(text, text)", "Begin R Name=text Note=text")]
    [InlineData("public R(string name) { this.Name = name ?? throw new ArgumentNullException(); }", "new R(text)", "Begin R Name=text")]
    [InlineData("public R(string name) { ArgumentNullException.ThrowIfNull(name); Name = name; }", "new R(text)", "Begin R Name=text")]
    [InlineData("public R(string name) { if (name.Length == 0) { throw new ArgumentException(\"\"); } Name = name; }", "new R(text)", "Begin R Name=text")]
    [InlineData("public R(string name) { Name = name.Trim(); }", "new R(text)", "Begin R Name=text(part)")]
    [InlineData("public R(string team, string flow) { Name = team + flow; }", "new R(text, text)", "Begin R Name=?")]
    [InlineData("public R(string? name = null) { Name = name; }", "new R()", "Begin R")]
    [InlineData("public R(string? name = null) { Name = name; }", "new R(null)", "Begin R")]
    [InlineData("public R(string? name = null) { Name = name; }", "new R(name: text)", "Begin R Name=text")]
    [InlineData("public R(string name = \"orders\") { Name = name; }", "new R()", "Begin R Name=\"orders\"!")]
    [InlineData("public R(R other) { Name = other.Name; Note = other.Note; }", "new R(r)", "Begin R from r")]
    [InlineData("public R(R other) { Name = other.Name; }", "new R(r)", "Begin R from r Note=null!")]
    [InlineData("public R(R other, string note) { Name = other.Name; Note = note; }", "new R(r, text)", "Begin R from r Note=text")]
    [InlineData("public R(bool known, string name) { if (known) { Name = name; } }", "new R(true, text)", "Begin R Name=text(part, uncertain)")]
    [InlineData("public R(string name) { Init(name); } void Init(string name) { _name = name; } string? _name;", "new R(text)", "Begin R open")]
    [InlineData("public R(string[] names) { while (names.Length > 0) { Name = names[0]; } }", "new R([])", "Begin R open")]
    [InlineData("public R(string[] names) { foreach (var name in names) { Name = name; } }", "new R([])", "Begin R Name=?(uncertain)")]
    [InlineData("public R() { Local(); void Local() { } }", "new R()", "Begin R")]
    [InlineData("public R() { }", "new R { Name = text }", "Begin R Name=text")]
    [InlineData("public R() { Name = \"a\"; }", "new R { Name = text }", "Begin R Name=text")]
    [InlineData("public R() { }", "new R()", "Begin R")]
    [InlineData("", "new R()", "Begin R")]
    public void A_constructor_sets_what_its_body_sets(string constructor, string expression, string expected) =>
        Assert.Equal([expected], Calls.Of($$"""
            [FluentRequest]
            class R
            {
                {{constructor}}
                [System.ComponentModel.DataAnnotations.Required] public string? Name { get; init; }
                public string? Note { get; init; }
            }

            class C { object M(string text, R r) => {{expression}}; }
            """));

    [Theory]
    [InlineData("class R { public string? Name { get; init; } = \"nightly\"; }", "new R()", "Begin R Name=\"nightly\"!")]
    [InlineData("class R { public string? Name { get; init; } = null; }", "new R()", "Begin R")]
    [InlineData("class R { public string? Token { get; init; } = Guid.NewGuid().ToString(); }", "new R()", "Begin R Token=?(fresh)")]
    [InlineData("class R { public string? Name { get; init; } = Environment.MachineName; }", "new R()", "Begin R Name=?")]
    [InlineData("class R(string? name = null) { public string? Name { get; init; } = name; }", "new R(text)", "Begin R Name=text")]
    [InlineData("class R(string? name = null) { public string? Name => name; }", "new R(text)", "Begin R Name=text")]
    [InlineData("class R(string name) : B(name) { } class B(string name) { public string? Name { get; init; } = name; }", "new R(text)", "Begin R Name=text")]
    [InlineData("class R : B { } class B { public string? Name { get; init; } = \"base\"; }", "new R()", "Begin R Name=\"base\"!")]
    [InlineData("class R { readonly string _name; public R(string name) => _name = name; public string Name => _name; }", "new R(text)", "Begin R Name=text")]
    [InlineData("record R(string? Name = null, string? Note = null);", "new R(text)", "Begin R Name=text")]
    [InlineData("record R(string? Name = null, string? Note = null);", "new R(Note: text)", "Begin R Note=text")]
    [InlineData("record R(string? Name = null) { public string? Note { get; init; } }", "new R(text) { Note = text }", "Begin R Name=text Note=text")]
    [InlineData("class R { public required string Name { get; init; } [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public R() => Init(); protected virtual void Init() { } }", "new R()", "Begin R Name=? open")]
    [InlineData("class R { public List<string> Tags { get; } = []; public List<string> More { get; set; } = []; }", "new R { More = { \"a\" } }", "Begin R Tags=? More=?(adds)")]
    [InlineData("class R { State _state = new(); public R(string name) => _state.Name = name; public string? Name => _state.Name; } class State { public string? Name; }", "new R(text)", "Begin R Name=text open")]
    public void Initializers_defaults_and_parameters_set(string type, string expression, string expected) =>
        Assert.Equal([expected], Calls.Of($$"""
            [FluentRequest]
            {{type}}
            class C { object M(string text) => {{expression}}; }
            """));

    [Theory]
    [InlineData("public string? Name => Team + Flow;", "Team, Flow")]
    [InlineData("public string? Name { get; }", "Team, Flow")]
    [InlineData("public string? Name { get; init; }", "Name, Team, Flow")]
    [InlineData("public string? Name { get; private set; }", "Name, Team, Flow")]
    [InlineData("public string? Name { get; } public R(string name) => Name = name; public R() { }", "Name, Team, Flow")]
    [InlineData("public string? Name { get; } public R WithName(string name) => new(name); R(string name) => Name = name; public R() { }", "Name, Team, Flow")]
    [InlineData("public static string? Name { get; set; }", "Team, Flow")]
    public void A_property_that_nothing_sets_is_not_a_field(string name, string expected)
    {
        var compilation = Calls.Compile($$"""
            [FluentRequest]
            class R
            {
                [System.ComponentModel.DataAnnotations.Required] {{name}}
                public string? Team { get; init; }
                public string? Flow { get; init; }
            }
            """);
        var kind = AppFlow.Fluent.Analyzers.Libraries.RequestLibrary.For(compilation)!.KindOf(compilation.GetTypeByMetadataName("R"))!;
        Assert.Equal(expected, string.Join(", ", kind.Shape.Fields));
        Assert.All(kind.Shape.Fields, field => Assert.Equal(field.Index, kind.Shape.Fields.ToList().IndexOf(field)));
    }
}
