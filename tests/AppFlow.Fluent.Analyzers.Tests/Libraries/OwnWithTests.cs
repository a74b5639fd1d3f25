using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Libraries;

public sealed class OwnWithTests
{
    [Theory]
    [InlineData("public R WithName(string name) => this with { Name = name };", "r.WithName(text)", "With R from r Name=text")]
    [InlineData("public R WithName(string name) => new() { Name = name, Note = Note, Token = Token, Free = Free, Size = this.Size, Steps = Steps };", "r.WithName(text)", "With R from r Name=text")]
    [InlineData("public R WithName(string name) => new() { Name = name };", "r.WithName(text)", "With R from r Name=text Note=null! Token=null! Free=null! Size=null! Steps=null!")]
    [InlineData("public R WithName(string name) => new(this) { Name = name };", "r.WithName(text)", "With R from r Name=text")]
    [InlineData("public R WithName(string name) { var copy = this with { }; copy = copy with { Name = name }; return copy; }", "r.WithName(text)", "With R from r Name=text")]
    [InlineData("public R WithName(string name) { var copy = (R)MemberwiseClone(); copy.Free = name; return copy; }", "r.WithName(text)", "With R from r Free=text")]
    [InlineData("public R WithName(string name) { if (name is null) { throw new ArgumentNullException(); } return this with { Name = name }; }", "r.WithName(text)", "With R from r Name=text")]
    [InlineData("public R WithName(string suffix) => this with { Name = $\"flow-{suffix}\" };", "r.WithName(text)", "With R from r Name=text(part)")]
    [InlineData("public R WithName(string name) => this with { Name = Checked(name) }; static string Checked(string text) => text ?? throw new ArgumentNullException();", "r.WithName(text)", "With R from r Name=text")]
    [InlineData("public R WithName(string name) => this with { Name = Checked(name) }; static string Checked(string text) { if (text == \"\") { throw new ArgumentException(); } return text; }", "r.WithName(text)", "With R from r Name=text")]
    [InlineData("public R WithName(string name) => this with { Name = Checked(name) }; static string Checked(string text) => text + text;", "r.WithName(text)", "With R from r Name=text(part)")]
    [InlineData("public R WithName(string? name) => this with { Name = name ?? Name };", "r.WithName(text)", "With R from r Name=?(uncertain, adds)")]
    [InlineData("public R WithName(string? name = null) => this with { Name = name };", "r.WithName()", "With R from r Name=null!")]
    [InlineData("public R WithName(string? name) => name is null ? this : this with { Name = name };", "r.WithName(text)", "With R from r Name=?(uncertain, adds)")]
    [InlineData("public R WithNote(string more) => this with { Note = Note + more };", "r.WithNote(text)", "With R from r Note=?(adds)")]
    [InlineData("public R WithBoth(string name, string note) => WithName(name).WithNote(note); R WithName(string n) => this with { Name = n }; R WithNote(string n) => this with { Note = n };", "r.WithBoth(text, \"n\")", "With R from r Name=text Note=\"n\"")]
    [InlineData("public R WithSwapped() => this with { Name = Note };", "r.WithSwapped()", "With R from r Name=?")]
    [InlineData("public R WithNoNote() => this with { Note = null };", "r.WithNoNote()", "With R from r Note=null!")]
    [InlineData("public R WithDefaults() => this;", "r.WithDefaults()", "With R from r same")]
    [InlineData("public R WithFree(string free) { Free = free; return this; }", "r.WithFree(text)", "Mutate R from r Free=text same")]
    [InlineData("public R WithAll(string[] names) { while (names.Length > 0) { Free = names[0]; } return this; }", "r.WithAll([])", "With R from r open")]
    [InlineData("public R WithAll(string[] names) { foreach (var name in names) { Free = name; } return this; }", "r.WithAll([])", "Mutate R from r Free=?(uncertain, adds) same")]
    [InlineData("public R WithName(string name) => Store(name); protected virtual R Store(string name) => this;", "r.WithName(text)", "With R from r open")]
    [InlineData("public R WithName(string name) { var copy = Copy(); copy.Free = name; return copy; } R Copy() => (R)MemberwiseClone();", "r.WithName(text)", "With R from r Free=text")]
    [InlineData("public R WithFree(string free) => Change(free, Note); R Change(string? free, string? note) => this with { Free = free, Note = note };", "r.WithFree(text)", "With R from r Free=text")]
    [InlineData("public R WithName(string name) => Make(name, Note, Token, Free, Size, Steps); static R Make(string a, string? b, string? c, string? d, Size? e, int f) => new() { Name = a, Note = b, Token = c, Free = d, Size = e, Steps = f };", "r.WithName(text)", "With R from r Name=text")]
    [InlineData("public R WithTag(string tag) { Tags.Add(tag); return this; } public List<string> Tags { get; set; } = [];", "r.WithTag(text)", "Mutate R from r Tags=?(adds) same")]
    [InlineData("public R WithA(int n) => n == 0 ? this : WithB(n - 1); public R WithB(int n) => WithA(n);", "r.WithA(1)", "With R from r Name=?(uncertain, adds) Note=?(uncertain, adds) Token=?(uncertain, adds) Free=?(uncertain, adds) Size=?(uncertain, adds) Steps=?(uncertain, adds) open")]
    [InlineData("public R WithName(string name) { name = name.Trim(); return this with { Name = name }; }", "r.WithName(text)", "With R from r Name=text(part)")]
    [InlineData("public R WithName(string name) { var trimmed = name.Trim(); return this with { Name = trimmed }; }", "r.WithName(text)", "With R from r Name=text(part)")]
    [InlineData("public R WithFree(string free) { Free = free; Check(); return this; } void Check() { if (Free is null) { throw new InvalidOperationException(); } }", "r.WithFree(text)", "Mutate R from r Free=text same")]
    [InlineData("public R WithFree(string free) { Free = free; Check(); return this; } void Check() { Free = null; }", "r.WithFree(text)", "With R from r open")]
    [InlineData("public R WithFresh() => this with { Token = Guid.NewGuid().ToString() };", "r.WithFresh()", "With R from r Token=?(fresh)")]
    [InlineData("public R WithSize(int width) => this with { Size = new Size { Width = width, Height = Size?.Height ?? 0 } };", "r.WithSize(5)", "With R from r Size=?(adds)")]
    [InlineData("public R WithSize(int width) => this with { Size = new Size { Width = width } };", "r.WithSize(5)", "With R from r Size=5(part Width)")]
    public void A_With_method_of_this_compilation_has_the_effects_of_its_body(string method, string expression, string expected) =>
        Assert.Equal([expected], Calls.Of(Request(method, expression)));

    [Theory]
    [InlineData("r with { Name = text }", "With R from r Name=text")]
    [InlineData("r with { Name = text, Note = null }", "With R from r Name=text Note=null")]
    [InlineData("r with { }", "With R from r")]
    [InlineData("r.Free = text", "Mutate R from r Free=text")]
    [InlineData("r.Free += text", "Mutate R from r Free=?(adds)")]
    [InlineData("r.Steps++", "Mutate R from r Steps=?(adds)")]
    [InlineData("r.Free ??= text", "Mutate R from r Free=?(adds)")]
    public void A_with_and_an_assignment_set(string expression, string expected) => Assert.Equal([expected], Calls.Of(Request("", expression)));

    [Theory]
    [InlineData("r.Named(text)")]
    [InlineData("R.Make(text)")]
    [InlineData("r.Name + text")]
    [InlineData("new Size { Width = 5 }")]
    [InlineData("r.WithText(text)")]
    public void Other_methods_are_not_calls_of_a_request(string expression) => Assert.Empty(Calls.Of(Request(
        "public R Named(string name) => this with { Name = name }; public static R Make(string name) => new() { Name = name }; public string WithText(string t) => t;",
        expression)));

    [Theory]
    [InlineData("public static R Audited(this R r) => r.WithName(\"a\");", "r.Audited()", "With R from r Name=\"a\"!")]
    [InlineData("public static R Add(this R r, string n) => r with { Note = n };", "r.Add(text)", "With R from r Note=text")]
    [InlineData("public static R Add(this R r, string n) => r with { Note = n };", "E.Add(r, text)", "With R from r Note=text")]
    [InlineData("public static R Add(this R r, string n) { var named = r.WithName(n); return named; }", "r.Add(text)", "With R from r Name=text")]
    [InlineData("public static R If(this R r, bool on) { if (on) { r = r.WithName(\"a\"); } return r; }", "r.If(true)", "With R from r Name=?(uncertain, adds)")]
    [InlineData("public static T Trace<T>(this T r) where T : class => r;", "r.Trace()", "With R from r same")]
    [InlineData("public static R Step(this R r, Func<R, R> step) => step(r);", "r.Step(x => x)", "With R from r open")]
    [InlineData("public static R WithName(this R r, string a, string b) => r with { Name = a + b };", "r.WithName(text, text)", "With R from r Name=?")]
    [InlineData("extension(R r) { public R Named(string n) => r.WithName(n); }", "r.Named(text)", "With R from r Name=text")]
    [InlineData("extension(R r) { public R Plain() => r; }", "r.Plain()", "With R from r same")]
    [InlineData("extension(R r) { public R Odd(Func<R, R> f) => f(r); }", "r.Odd(x => x)", "With R from r open")]
    public void An_extension_has_the_effects_of_its_body(string extension, string expression, string expected) =>
        Assert.Equal([expected], Calls.Of(Request("public R WithName(string name) => this with { Name = name };", expression) + $"static class E {{ {extension} }}"));

    [Theory]
    [InlineData("public static string Show(this R r) => \"\";", "r.Show()")]
    [InlineData("public static R Of(this string name) => new() { Name = name };", "text.Of()")]
    [InlineData("public static R Plain(R r) => r;", "E.Plain(r)")]
    public void A_method_that_does_not_take_and_return_a_request_is_not_its_extension(string extension, string expression) =>
        Assert.Empty(Calls.Of(Request("", expression) + $"static class E {{ {extension} }}"));

    [Fact]
    public void Extensions_of_the_library_s_requests_are_read() => Assert.Equal(
        [
            "Begin RegisterConnector",
            "With RegisterConnector from ConnectorR…Register() ConnectorLabel=label ConnectorProvisioningConfig=?",
        ],
        Calls.Of("""
            static class E
            {
                const string Arn = "arn:aws:lambda:eu-west-1:123456789012:function:orders";
                public static RegisterConnectorRequest WithTeamDefaults(this RegisterConnectorRequest request, string connectorLabel) =>
                    request.WithConnectorLabel(connectorLabel).WithLambda(Arn);
            }

            class C { object M(string label) => ConnectorRegistration.Register().WithTeamDefaults(label); }
            """));

    private static string Request(string method, string expression) => $$"""
        [FluentRequest]
        record R
        {
            {{method}}
            public string? Name { get; init; }
            public string? Note { get; init; }
            [IdempotencyToken] public string? Token { get; init; }
            public string? Free { get; set; }
            public Size? Size { get; init; }
            public int Steps { get; set; }
        }

        class Size { public int Width { get; init; } public int Height { get; init; } }

        class C { object M(string text, R r) => {{expression}}; }
        """;
}
