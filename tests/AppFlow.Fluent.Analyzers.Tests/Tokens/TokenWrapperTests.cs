using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Tokens;

/// <summary>User-defined parameters and properties marked <c>[IdempotencyToken]</c>.</summary>
public sealed class TokenWrapperTests
{
    private const string Wrappers = """
        public static class Wrappers
        {
            public static Task Send([IdempotencyToken] string? token = null, string? text = null) => Task.CompletedTask;
            public static Task Step(UpdateConnectorRegistrationRequest request, string text, [IdempotencyToken] string token) => Task.CompletedTask;
            public static UpdateConnectorRegistrationRequest WithStep(this UpdateConnectorRegistrationRequest request, [IdempotencyToken] string token) => request.WithClientToken(token);
        }

        public class Options([IdempotencyToken] string? token = null, string? text = null)
        {
            public Options(int number, [IdempotencyToken] string token) : this(token) { }
            [IdempotencyToken] public string? Token { get; set; } = token;
            public string? Text { get; set; } = text;
            public string this[[IdempotencyToken] string token] { get => token; set { } }
            public Sender? Sender { get; set; }
            public static Sender Make() => token => { };
            public static Sender[] Array { get; } = [];
        }

        public record Record([IdempotencyToken] string Token, string Text);

        public record Positional(string Text, [property: IdempotencyToken] string ByProperty);

        public class Bag : List<string>
        {
            public new void Add([IdempotencyToken] string token) { }
            public static string Made([IdempotencyToken] string token) => token;
        }

        public class MarkedAttribute([IdempotencyToken] string token) : Attribute { public string Token => token; }

        public delegate void Sender([IdempotencyToken] string token);

        public abstract class Abstract { public abstract void Override([IdempotencyToken] string token); }

        public class Concrete : Abstract { public override void Override(string token) { } }
        """;

    private const string InAssembly =
        """new Options().Sender!({|AFF1001:"a"|}); await Wrappers.Send({|AFF1001:"a"|}); _ = new Options { Token = {|AFF1001:"a"|}, [{|AFF1001:"a"|}] = "a" };""";

    public static TheoryData<string> Flagged =>
    [
        """await Wrappers.Send({|AFF1001:"a"|});""",
        """await Wrappers.Send(text: "a", token: {|AFF1001:"a"|});""",
        """await Wrappers.Send(token: {|AFF1001:"a"|}, text: "a");""",
        """_ = Wrappers.Step(ConnectorRegistration.Update(label), "a", {|AFF1001:"a"|});""",
        """_ = Wrappers.Step(token: {|AFF1001:"a"|}, text: "a", request: ConnectorRegistration.Update(label));""",
        """_ = new Options({|AFF1001:"a"|});""",
        """Options o = new({|AFF1001:"a"|}, "a");""",
        """_ = new Options(1, {|AFF1001:"a"|});""",
        """_ = new Options { Token = {|AFF1001:"a"|}, Text = "a" };""",
        """new Options().Token = {|AFF1001:"a"|};""",
        """Options? o = new(); o?.Token = {|AFF1001:"a"|};""",
        """new Options().Token ??= {|AFF1001:"a"|};""",
        """_ = new Options()[{|AFF1001:"a"|}];""",
        """Options? o = new(); _ = o?[{|AFF1001:"a"|}];""",
        """_ = new Options { [{|AFF1001:"a"|}] = "a" };""",
        """_ = new Record({|AFF1001:"a"|}, "a");""",
        """_ = new Positional("a", {|AFF1001:"a"|});""",
        """Positional r = null!; _ = r with { ByProperty = {|AFF1001:"a"|} };""",
        """Sender send = token => { }; send({|AFF1001:"a"|});""",
        """var send = Options.Make(); send({|AFF1001:"a"|}); send.Invoke({|AFF1001:"a"|});""",
        """new Options().Sender!({|AFF1001:"a"|}); new Options().Sender?.Invoke({|AFF1001:"a"|});""",
        """Options.Make()({|AFF1001:"a"|}); Options.Array[0]({|AFF1001:"a"|});""",
        """new Concrete().Override({|AFF1001:"a"|});""",
        """Action<Sender> call = s => s({|AFF1001:"a"|});""",
        """_ = new Bag { Bag.Made({|AFF1001:"a"|}), Bag.Made({|AFF1001:"a"|}) };""",
    ];

    public static TheoryData<string> Silent =>
    [
        """await Wrappers.Send();""",
        """await Wrappers.Send(null, "a");""",
        """await Wrappers.Send(text: "a");""",
        """await Wrappers.Send(label, "a");""",
        """_ = new Options { Text = "a" };""",
        """_ = new Options(text: "a");""",
        """new Options().Text = "a";""",
        """_ = new Record(label, "a");""",
        """var token = "b"; token = "a"; _ = token;""",
        """Action<string> send = token => { }; send("a"); send.Invoke("a");""",
        """_ = label["a".Length];""",
        """Task Send(string token) => Task.CompletedTask; await Send("a"); await Send("a");""",
        """var token = new { Token = "a" }; _ = token with { Token = "a" };""",
        """_ = new Bag { "a", "a" };""",
        """[Marked("a")] void Local() { } [Marked("a")] void Other() { } Local(); Other();""",
    ];

    // The token conflicts with that of the other file's call of the same member, and with none of another operation.
    [Theory]
    [MemberData(nameof(Flagged))]
    public Task A_wrapper_in_the_same_project_sends_tokens(string statements) =>
        Verify.FilesAsync(Verify.InMethod(statements + Place("3")), Elsewhere(statements), Wrappers);

    [Theory]
    [MemberData(nameof(Flagged))]
    public Task A_wrapper_in_a_referenced_project_sends_tokens(string statements) =>
        Verify.ProjectsAsync(Wrappers, Verify.InMethod(statements + Place("3")), Elsewhere(statements));

    [Theory]
    [InlineData("void Local(string text, [IdempotencyToken] string token) { }")]
    [InlineData("void Local(string text, [IdempotencyToken] object token) { }")]
    [InlineData("void Local(string text, [IdempotencyToken] IEnumerable<char> token) { }")]
    [InlineData("void Local<T>(string text, [IdempotencyToken] T token) { }")]
    [InlineData("void Local<T>(T text, [IdempotencyToken] string token) { }")]
    public Task A_local_function_is_a_separate_operation(string function) => Verify.FilesAsync(
        Verify.InMethod(function + """ Local("x", {|AFF1001:"a"|}); Local("y", {|AFF1001:"a"|});""" + Place("3")),
        $$"""class D { void M(string label) { {{function}} Local("x", {|AFF1003:"a"|}); } }""");

    [Theory]
    [InlineData("""await Hand("x", {|AFF1001:"a"|});""")]
    [InlineData("""await Hand("x", text: "y", token: {|AFF1001:"a"|});""")]
    public Task A_wrapper_that_passes_its_token_to_one_operation_counts_as_that_operation(string statements) => Verify.BodyAsync(
        statements + Place("1"),
        """
        private static Task Hand(string name, [IdempotencyToken] string token, string? text = null)
        {
            ArgumentNullException.ThrowIfNull(token);
            return ConnectorRegistration.Update(name).WithClientToken(token).SendAsync();
        }
        """);

    [Theory]
    [MemberData(nameof(Silent))]
    public Task Unmarked_members_send_no_token(string statements) =>
        Verify.FilesAsync(Verify.InMethod(statements + Place("3")), Wrappers);

    [Fact]
    public Task A_wrapper_in_a_referenced_assembly_sends_tokens() => Verify.AssembliesAsync(
        Wrappers,
        Verify.InMethod(InAssembly + Place("3")) + "\n" + Elsewhere(InAssembly));

    [Fact]
    public Task Constructors_call_one_another_with_tokens() => Verify.FilesAsync(
        Wrappers,
        """
        class Derived : Options { public Derived() : base({|AFF1001:"a"|}) { } public Derived(int number) : this() { } }
        class Primary(string text) : Options({|AFF1001:"a"|}, text);
        record Child(string Text) : Record({|AFF1001:"a"|}, Text);
        record Other(string Text) : Record({|AFF1001:"a"|}, Text);
        class Delegating { Delegating([IdempotencyToken] string token) { } Delegating() : this({|AFF1001:"a"|}) { } Delegating(int number) : this({|AFF1001:"a"|}) { } }
        """);

    [Fact]
    public Task The_attribute_may_have_an_alias() => Verify.FilesAsync(
        """global using Token = AppFlow.Fluent.Annotations.IdempotencyTokenAttribute;""",
        """using O = Options; class One { public static void Send([Token] string token) { } void M() { Send({|AFF1001:"a"|}); _ = new O({|AFF1001:"a"|}); } void N() { Send({|AFF1001:"a"|}); _ = new Options({|AFF1001:"a"|}); } }""",
        Wrappers);

    private static string Elsewhere(string statements) =>
        Verify.InMethod(statements).Replace("public class C", "public class Elsewhere", StringComparison.Ordinal);

    private static string Place(string rule) => $"\nawait ConnectorRegistration.Update(label).WithClientToken({{|AFF100{rule}:\"a\"|}}).SendAsync();";
}
