using AppFlow.Fluent.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Tokens;

public sealed class ReusedTokenTests
{
    private const string Lambda = "\"arn:aws:lambda:us-east-1:123456789012:function:f\"";

    private const string Constants = """
        const string Prefix = "release";
        const int Number = 42;
        const char Dash = '-';
        const string Const = "release-42";
        const string Folded = Prefix + "-" + "42";
        static readonly string StaticReadonly = "release-42";
        static readonly string ReadonlyPrefix = Prefix;
        static class Nested { public const string Inner = Folded; }
        class Base { public const string Inherited = "release-42"; }
        class Derived : Base;
        """;

    // Each of these is the token release-42, and so is the literal that is sent beside it.
    [Theory]
    [InlineData("""{|AFF1001:"release-42"|}""")]
    [InlineData("""({|AFF1001:"release-42"|})""")]
    [InlineData("""{|AFF1001:"release-42"|}!""")]
    [InlineData("""(string){|AFF1001:"release-42"|}""")]
    [InlineData("""{|AFF1001:"release-" + "42"|}""")]
    [InlineData("""{|AFF1001:$"release-42"|}""")]
    [InlineData("""{|AFF1001:$"{Prefix}-42"|}""")]
    [InlineData("""{|AFF1001:$"release-{Number}"|}""")]
    [InlineData("""{|AFF1001:Prefix + Dash + Number|}""")]
    [InlineData("""{|AFF1001:@"release-42"|}""")]
    [InlineData("""{|AFF1001:"release\u002d42"|}""")]
    [InlineData("{|AFF1001:Const|}")]
    [InlineData("{|AFF1001:C.Const|}")]
    [InlineData("{|AFF1001:global::C.Const|}")]
    [InlineData("{|AFF1001:Folded|}")]
    [InlineData("{|AFF1001:StaticReadonly|}")]
    [InlineData("""{|AFF1001:ReadonlyPrefix + "-42"|}""")]
    [InlineData("{|AFF1001:Nested.Inner|}")]
    [InlineData("{|AFF1001:Base.Inherited|}")]
    [InlineData("{|AFF1001:Derived.Inherited|}")]
    [InlineData("clientToken: {|AFF1001:Const|}")]
    public Task The_same_token_is_flagged_however_it_is_spelled(string token) => Verify.BodyAsync(
        $"""
        await ConnectorRegistration.Update(label).WithClientToken({token}).SendAsync();
        await ConnectorRegistration.Update("orders").WithClientToken({"{|AFF1001:\"release-42\"|}"}).SendAsync();
        """,
        Constants);

    [Theory]
    [InlineData("""const string token = "a";""")]
    [InlineData("""var token = "a";""")]
    [InlineData("""string token = "a", other = token + token;""")]
    [InlineData("""var part = ""; var token = part + "a";""")]
    public Task A_local_that_never_changes_counts_as_its_value(string declaration) => Verify.BodyAsync(
        $$"""
        {{declaration}}
        await ConnectorRegistration.Update(label).WithClientToken({|AFF1001:token|}).SendAsync();
        await ConnectorRegistration.Update("orders").WithClientToken({|AFF1001:"a"|}).SendAsync();
        """);

    [Fact]
    public Task Nameof_is_a_text() => Verify.BodyAsync(
        """
        await ConnectorRegistration.Update(label).WithClientToken({|AFF1001:nameof(C)|}).SendAsync();
        await ConnectorRegistration.Update("orders").WithClientToken({|AFF1001:"C"|}).SendAsync();
        """);

    [Theory]
    [InlineData("""condition ? {|AFF1001:"a"|} : {|AFF1003:"b"|}""")]
    [InlineData("""label switch { "x" => {|AFF1001:"a"|}, _ => {|AFF1003:"b"|} }""")]
    [InlineData("""label switch { "x" => {|AFF1001:"a"|}, _ => throw new ArgumentException("label") }""")]
    [InlineData("""Readonly ?? {|AFF1001:"a"|}""")]
    [InlineData("""condition ? {|AFF1003:"c"|} : label == "x" ? {|AFF1001:"a"|} : {|AFF1003:"b"|}""")]
    public Task Each_arm_is_a_place(string token) => Verify.BodyAsync(
        $$"""
        await ConnectorRegistration.Update(label).WithClientToken({{token.Replace("Readonly ??", "{|AFF1003:Readonly|} ??", StringComparison.Ordinal)}}).SendAsync();
        await ConnectorRegistration.Update("orders").WithClientToken({|AFF1001:"a"|}).SendAsync();
        """,
        """static readonly string? Readonly = "r";""");

    [Fact]
    public Task Two_arms_with_one_token_are_two_places_of_one_call() => Verify.BodyAsync(
        """
        await ConnectorRegistration.Update(label).WithClientToken(condition ? {|AFF1003:"a"|} : {|AFF1003:"a"|}).SendAsync();
        await ConnectorRegistration.Update(label).WithClientToken(condition ? {|AFF1001:"b"|} : {|AFF1001:"b"|}).SendAsync();
        await ConnectorRegistration.Update("orders").WithClientToken({|AFF1001:"b"|}).SendAsync();
        """);

    [Fact]
    public Task Two_places_of_one_body_that_send_the_same_request_are_one_repeated_call() => Verify.FilesAsync(
        """
        class C
        {
            async Task Repeated(string label)
            {
                await ConnectorRegistration.Update(label).WithClientToken({|AFF1003:"a"|}).SendAsync();
                await ConnectorRegistration.Update().WithConnectorLabel(label).WithClientToken({|AFF1003:"a"|}).SendAsync();
            }

            Task One(string label) => ConnectorRegistration.Update(label).WithClientToken({|AFF1001:"b"|}).SendAsync();
            Task Other(string label) => ConnectorRegistration.Update(label).WithClientToken({|AFF1001:"b"|}).SendAsync();
        }
        """);

    [Fact]
    public Task A_local_that_is_set_by_one_of_two_arms_may_have_either_value() => Verify.BodyAsync(
        """
        var token = condition ? "a" : "b";
        await ConnectorRegistration.Update(label).WithClientToken({|AFF1001:token|}).SendAsync();
        await ConnectorRegistration.Update("orders").WithClientToken({|AFF1001:"b"|}).SendAsync();
        """);

    [Fact]
    public Task Tokens_of_two_operations_do_not_conflict() => Verify.BodyAsync(
        $$"""
        await ConnectorRegistration.Update(label).WithClientToken({|AFF1003:"a"|}).SendAsync();
        await ConnectorRegistration.Register(label).WithLambda({{Lambda}}).WithClientToken({|AFF1003:"a"|}).SendAsync();
        """);

    [Fact]
    public Task Tokens_are_compared_across_branches_that_exclude_each_other() => Verify.BodyAsync(
        """
        if (condition)
        {
            await ConnectorRegistration.Update("one").WithClientToken({|AFF1001:"a"|}).SendAsync();
        }
        else
        {
            await ConnectorRegistration.Update("two").WithClientToken({|AFF1001:"a"|}).SendAsync();
        }
        """);

    [Fact]
    public Task Tokens_are_compared_across_files_and_members() => Verify.FilesAsync(
        """
        class One
        {
            private readonly UpdateConnectorRegistrationRequest _field = ConnectorRegistration.Update("one").WithClientToken({|AFF1001:"a"|});
            UpdateConnectorRegistrationRequest Property { get; } = ConnectorRegistration.Update("one").WithClientToken({|AFF1001:Tokens.A|});
            UpdateConnectorRegistrationRequest Arrow => _field.WithClientToken({|AFF1001:"a"|});
            UpdateConnectorRegistrationRequest Get { get { return _field.WithClientToken({|AFF1001:"a"|}); } }
            Func<UpdateConnectorRegistrationRequest> Lambda => () => ConnectorRegistration.Update("one").WithClientToken({|AFF1001:"a"|});
        }
        """,
        """
        partial class Two
        {
            Task M() => Local(ConnectorRegistration.Update("two"));
            static Task Local(UpdateConnectorRegistrationRequest r) { return Inner(); Task Inner() => r.WithClientToken({|AFF1001:Own|}).SendAsync(); }
        }
        """,
        """partial class Two { private const string Own = Tokens.A; }""",
        """static class Tokens { public const string A = "a"; }""");

    [Fact]
    public Task A_constant_is_found_through_an_alias_and_a_static_using() => Verify.FilesAsync(
        """using T = Names.Tokens; class One { Task M() => ConnectorRegistration.Update("one").WithClientToken({|AFF1001:T.A|}).SendAsync(); }""",
        """using static Names.Tokens; class Two { Task M() => ConnectorRegistration.Update("one").WithClientToken({|AFF1001:A|}).SendAsync(); }""",
        """class Three { Task M() => ConnectorRegistration.Update("one").WithClientToken({|AFF1001:Names.Tokens.A|}).SendAsync(); }""",
        """namespace Names { static class Tokens { public const string A = "a"; } }""");

    [Fact]
    public Task A_constant_of_another_project_is_found_however_it_is_named() => Verify.ProjectsAsync(
        """public class Shared { public const string Token = "a"; public const string Prefix = "b"; }""",
        """class One { Task M() => ConnectorRegistration.Update("one").WithClientToken({|AFF1001:Shared.Token|}).SendAsync(); }""",
        """class Two : Shared { Task M() => ConnectorRegistration.Update("one").WithClientToken({|AFF1001:Token|}).SendAsync(); }""",
        """using static Shared; class Three { Task M() => ConnectorRegistration.Update("one").WithClientToken({|AFF1001:Token|}).SendAsync(); }""",
        """class Four { Task M() => ConnectorRegistration.Update("one").WithClientToken({|AFF1001:$"{Shared.Prefix}-1"|}).SendAsync(); }""",
        """class Five { Task M() => ConnectorRegistration.Update("one").WithClientToken({|AFF1001:"b-1"|}).SendAsync(); }""");

    [Fact]
    public Task Top_level_statements_and_the_types_below_them_are_read_once()
    {
        var test = new RuleTest();
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.Sources.Add(("File0.cs", """
            const string Token = "a";
            await ConnectorRegistration.Update("one").WithClientToken({|AFF1001:Token|}).SendAsync();
            Task Local() => ConnectorRegistration.Update("one").WithClientToken({|AFF1001:"a"|}).SendAsync();
            await Local();

            class Below { Task M() => ConnectorRegistration.Update("two").WithClientToken({|AFF1001:"a"|}).SendAsync(); }
            """));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("""var token = "a"; token += "b"; await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync();""")]
    [InlineData("""var token = "a"; if (condition) token = label; await ConnectorRegistration.Update(label).WithClientToken(token).SendAsync();""")]
    [InlineData("""await ConnectorRegistration.Update(label).WithClientToken(condition ? "a" : label).SendAsync();""")]
    [InlineData("""await ConnectorRegistration.Update(label).WithClientToken(Reassigned).SendAsync();""")]
    [InlineData("""await ConnectorRegistration.Update(label).WithClientToken(Changing).SendAsync();""")]
    [InlineData("""await ConnectorRegistration.Update(label).WithClientToken(Property).SendAsync();""")]
    [InlineData("""await ConnectorRegistration.Update(label).WithClientToken("a" + label).SendAsync();""")]
    [InlineData("""await ConnectorRegistration.Update(label).WithClientToken($"a{DateTime.UtcNow:yyyy}").SendAsync();""")]
    [InlineData("""await ConnectorRegistration.Update(label).WithClientToken(ClientToken.New()).SendAsync();""")]
    [InlineData("""await ConnectorRegistration.Update(label).WithOperationId("a").SendAsync();""")]
    [InlineData("""await ConnectorRegistration.Update(label).WithDescription("a").SendAsync();""")]
    [InlineData("""foreach (var token in labels.Select(l => "a")) { await ConnectorRegistration.Update(token).WithClientToken(token).SendAsync(); }""")]
    [InlineData("""
        try { await ConnectorRegistration.Update(label).SendAsync(); }
        catch (AppFlowException e) { await ConnectorRegistration.Update(label).WithClientToken(e.ClientToken!).SendAsync(); }
        """)]
    public Task A_value_that_may_change_is_not_hard_coded(string statements) => Verify.BodyAsync(
        statements + """

        await ConnectorRegistration.Update(label).WithClientToken({|AFF1003:"a"|}).SendAsync();
        """,
        """
        static readonly string Reassigned = "a";
        static string Changing = "a";
        static string Property => "a";
        static C() { Reassigned = Environment.MachineName; }
        """);

    // Both files must be judged the same way: otherwise only one of two places would be marked.
    [Theory]
    [InlineData("""{|AFF1001:"a"|} as string""")]
    [InlineData("{|AFF1001:$\"a{-1}\"|}")]
    [InlineData("{|AFF1001:$\"a{1 + 2}\"|}")]
    [InlineData("{|AFF1001:1 + 2 + \"a\"|}")]
    [InlineData("{|AFF1001:$\"a{!true}\"|}")]
    public Task A_value_is_hard_coded_in_both_files(string token) => Verify.FilesAsync(
        Verify.InMethod($"await ConnectorRegistration.Update(label).WithClientToken({token}).SendAsync();"),
        $"class D {{ Task M() => ConnectorRegistration.Update(\"one\").WithClientToken({token}).SendAsync(); }}");

    [Theory]
    [InlineData("""((object)"a").ToString()!""")]
    [InlineData("""string.Concat("a", "b")""")]
    public Task What_is_silent_in_one_file_is_silent_in_the_other(string token) => Verify.FilesAsync(
        Verify.InMethod($"await ConnectorRegistration.Update(label).WithClientToken({token}).SendAsync();"),
        $"class D {{ Task M() => ConnectorRegistration.Update(\"one\").WithClientToken({token}).SendAsync(); }}");

    [Fact]
    public async Task Files_with_the_same_path_and_text_are_two_places()
    {
        const string Sends = """partial class C { static Task Make(int i) => ConnectorRegistration.Update("one").WithClientToken("a").SendAsync(); }""";
        var diagnostics = await LiveDiagnostics.EqualThoseOfTheCompilationAsync(LiveDiagnostics.Compile([("One.cs", Sends), ("One.cs", Sends)]));
        Assert.Equal(2, diagnostics.Count(diagnostic => diagnostic.Id == "AFF1001"));
    }

    [Fact]
    public Task One_place_in_a_loop_is_one_place() => Verify.BodyAsync(
        """
        var request = ConnectorRegistration.Update(label).WithClientToken({|AFF1003:"a"|});
        for (var i = 0; i < 3; i++)
        {
            await request.SendAsync();
        }
        """);

    [Fact]
    public Task Different_tokens_are_different() => Verify.BodyAsync(
        """
        await ConnectorRegistration.Update(label).WithClientToken({|AFF1003:"a"|}).SendAsync();
        await ConnectorRegistration.Update(label).WithClientToken({|AFF1003:"A"|}).SendAsync();
        await ConnectorRegistration.Update(label).WithClientToken({|AFF1003:"a "|}).SendAsync();
        """);

    [Fact]
    public Task An_inner_constant_hides_an_outer_one() => Verify.FilesAsync(
        """
        class One
        {
            const string Token = "a";
            Task M() => ConnectorRegistration.Update("one").WithClientToken({|AFF1003:Token|}).SendAsync();
            class Inner { const string Token = "b"; Task M() => ConnectorRegistration.Update("one").WithClientToken({|AFF1003:Token|}).SendAsync(); }
            Task Parameter(string Token) => ConnectorRegistration.Update("one").WithClientToken(Token).SendAsync();
        }
        """);

    [Fact]
    public Task Classes_with_our_names_from_another_library_are_ignored() => Verify.FilesAsync(
        """
        namespace Strange
        {
            class IdempotencyTokenAttribute : Attribute;
            class Update
            {
                public Update WithClientToken(string clientToken) => this;
                public Update WithToken([IdempotencyToken] string clientToken) => this;
                [IdempotencyToken] public string? ClientToken { get; set; }
                Update M() => new Update { ClientToken = "a" }.WithClientToken("a").WithClientToken("a").WithToken("a").WithToken("a");
            }
        }
        """);

    [Fact]
    public Task A_method_with_the_same_name_is_not_another_place() => Verify.FilesAsync(
        """class One { Task M() => ConnectorRegistration.Update("one").WithClientToken({|AFF1003:"a"|}).SendAsync(); }""",
        """class Two { Two WithClientToken(string token) => this; Two M() => WithClientToken("a").WithClientToken("a"); }""");

    [Fact]
    public Task What_another_rule_reports_is_not_counted() => Verify.BodyAsync(
        """
        await ConnectorRegistration.Update(label).WithClientToken({|AFF1003:"a"|}).SendAsync();
        await Wrapper("");
        await Wrapper("  ");
        await Wrapper(null);
        await Wrapper("");
        await Wrapper(string.Empty);
        """,
        "static Task Wrapper([IdempotencyToken] string? token) => Task.CompletedTask;");

    [Fact]
    public Task A_token_that_the_library_does_not_know_yet_is_ignored() => new RuleTest(referencesLibrary: false)
    {
        TestCode = """class C { C WithClientToken(string token) => this; C M() => WithClientToken("a").WithClientToken("a"); }""",
    }.RunAsync();

    [Fact]
    public Task The_message_names_the_other_place_the_consequence_and_the_fix() => Verify.MessageAsync(
        "AFF1001",
        "The client token \"release-42\" is also given at File1.cs, line 3: within 8 hours the service treats both calls as one and applies only the first, "
            + "or refuses the second as a conflict. Leave the token out, or call WithOperationId.",
        """await ConnectorRegistration.Update(label).WithClientToken({|#0:"release-42"|}).SendAsync();""",
        otherFiles:
        [
            """
            class Other
            {
                Task M() => ConnectorRegistration.Update("orders").WithClientToken({|AFF1001:"release-42"|}).SendAsync();
            }
            """,
        ]);
}
