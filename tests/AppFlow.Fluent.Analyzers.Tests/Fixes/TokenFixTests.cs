using AppFlow.Fluent.Analyzers.Tests.Verification;
using AppFlow.Fluent.CodeFixes.Fixes;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Fixes;

public sealed class TokenFixTests
{
    [Theory]
    [InlineData(
        """await ConnectorRegistration.Update(label).WithClientToken({|AFF1003:"a"|}).SendAsync();""",
        """await ConnectorRegistration.Update(label).SendAsync();""")]
    [InlineData(
        """await ConnectorRegistration.Update(label).WithClientToken(condition ? {|AFF1003:"a"|} : ({|AFF1003:"b"|}!)).SendAsync();""",
        """await ConnectorRegistration.Update(label).SendAsync();""")]
    [InlineData(
        """await ConnectorRegistration.Update(label).WithClientToken(label switch { "x" => {|AFF1003:"a"|}, _ => {|AFF1003:"b"|} }).SendAsync();""",
        """await ConnectorRegistration.Update(label).SendAsync();""")]
    [InlineData(
        """const string token = "a"; var request = ConnectorRegistration.Update(label).WithClientToken(clientToken: {|AFF1003:token|}); await request.SendAsync();""",
        """var request = ConnectorRegistration.Update(label); await request.SendAsync();""")]
    [InlineData(
        """
        await ConnectorRegistration.Update(label)
            .WithClientToken({|AFF1003:"a"|})
            .WithDescription("adds paging")
            .SendAsync();
        """,
        """
        await ConnectorRegistration.Update(label)
            .WithDescription("adds paging")
            .SendAsync();
        """)]
    [InlineData(
        """
        var request = ConnectorRegistration.Update(label)
            .WithDescription("adds paging")
            .WithClientToken({|AFF1003:"a"|});
        await request.SendAsync();
        """,
        """
        var request = ConnectorRegistration.Update(label)
            .WithDescription("adds paging");
        await request.SendAsync();
        """)]
    [InlineData(
        """
        await ConnectorRegistration.Update(label)
            .WithClientToken({|AFF1003:"a"|}).SendAsync();
        """,
        """
        await ConnectorRegistration.Update(label)
            .SendAsync();
        """)]
    [InlineData(
        """
        await ConnectorRegistration.Update(label).WithClientToken({|AFF1003:"a"|})
            .SendAsync();
        """,
        """
        await ConnectorRegistration.Update(label)
            .SendAsync();
        """)]
    [InlineData(
        """
        await ConnectorRegistration.Update(label) // the label
            // makes it safe to send again
            .WithClientToken({|AFF1003:"a"|}) // of release 42
            // now
            .SendAsync();
        """,
        """
        await ConnectorRegistration.Update(label) // the label
            // makes it safe to send again
            // of release 42
            // now
            .SendAsync();
        """)]
    [InlineData(
        """
        await ConnectorRegistration.Update(label) // the label
            .WithClientToken({|AFF1003:"a"|})
            .SendAsync();
        """,
        """
        await ConnectorRegistration.Update(label) // the label
            .SendAsync();
        """)]
    [InlineData(
        """await ConnectorRegistration.Update(label).WithClientToken(/* why */ {|AFF1003:"a"|}).SendAsync();""",
        """await ConnectorRegistration.Update(label)/* why */ .SendAsync();""")]
    [InlineData(
        """var request = ConnectorRegistration.Update(label); request = request.WithClientToken({|AFF1003:"a"|}); await request.SendAsync();""",
        """var request = ConnectorRegistration.Update(label); await request.SendAsync();""")]
    [InlineData(
        """
        var request = ConnectorRegistration.Update(label);
        if (condition)
        {
            request = request.WithClientToken({|AFF1003:"a"|});
        }

        await request.SendAsync();
        """,
        """
        var request = ConnectorRegistration.Update(label);
        if (condition)
        {
        }

        await request.SendAsync();
        """)]
    [InlineData(
        """var request = condition ? ConnectorRegistration.Update(label) : null; _ = request?.WithClientToken({|AFF1003:"a"|}).WithDescription("b").SendAsync();""",
        """var request = condition ? ConnectorRegistration.Update(label) : null; _ = request?.WithDescription("b").SendAsync();""")]
    [InlineData(
        """var request = condition ? ConnectorRegistration.Update(label) : null; var other = request?.WithClientToken({|AFF1003:"a"|}); _ = other?.SendAsync();""",
        """var request = condition ? ConnectorRegistration.Update(label) : null; var other = request; _ = other?.SendAsync();""")]
    public Task The_token_is_removed(string before, string after) => VerifyFix.BodyAsync(before, after, RemoveToken.EquivalenceKey);

    [Theory]
    [InlineData(
        """await ConnectorRegistration.Update(label).WithClientToken({|AFF1003:"a"|}).SendAsync();""",
        """await ConnectorRegistration.Update(label).WithOperationId("a").SendAsync();""")]
    [InlineData(
        """await ConnectorRegistration.Update(label).WithClientToken(clientToken: condition ? {|AFF1003:"a"|} : {|AFF1003:"b"|}).SendAsync();""",
        """await ConnectorRegistration.Update(label).WithOperationId(operationId: condition ? "a" : "b").SendAsync();""")]
    [InlineData(
        """
        await ConnectorRegistration.Update(label)
            // of release 42
            .WithClientToken( /* the id */ {|AFF1003:"a"|} ) // safe
            .SendAsync();
        """,
        """
        await ConnectorRegistration.Update(label)
            // of release 42
            .WithOperationId( /* the id */ "a" ) // safe
            .SendAsync();
        """)]
    [InlineData(
        """var request = condition ? ConnectorRegistration.Update(label) : null; _ = request?.WithClientToken({|AFF1003:"a"|}).SendAsync();""",
        """var request = condition ? ConnectorRegistration.Update(label) : null; _ = request?.WithOperationId("a").SendAsync();""")]
    public Task The_token_becomes_an_operation_id(string before, string after) => VerifyFix.BodyAsync(before, after, UseOperationId.EquivalenceKey);

    [Theory]
    [InlineData(RemoveToken.EquivalenceKey, "")]
    [InlineData(UseOperationId.EquivalenceKey, """.WithOperationId("a")""")]
    public Task All_are_fixed_at_once(string key, string call) => VerifyFix.BodyAsync(
        """
        await ConnectorRegistration.Update("one").WithClientToken({|AFF1001:"a"|}).SendAsync();
        await ConnectorRegistration.Update("two").WithClientToken({|AFF1001:"a"|}).SendAsync();
        await Task.WhenAll(
            ConnectorRegistration.Update("three").WithClientToken({|AFF1001:"a"|}).SendAsync(),
            ConnectorRegistration.Update("four").WithClientToken({|AFF1001:"a"|}).SendAsync());
        """,
        $"""
        await ConnectorRegistration.Update("one"){call}.SendAsync();
        await ConnectorRegistration.Update("two"){call}.SendAsync();
        await Task.WhenAll(
            ConnectorRegistration.Update("three"){call}.SendAsync(),
            ConnectorRegistration.Update("four"){call}.SendAsync());
        """,
        key);

    [Theory]
    [InlineData("""await Wrap({|AFF1003:"a"|});""", """await Wrap();""")]
    [InlineData("""await Wrap({|AFF1003:"a"|}, "t");""", """await Wrap(text: "t");""")]
    [InlineData("""await Wrap(text: "t", token: {|AFF1003:"a"|});""", """await Wrap(text: "t");""")]
    [InlineData("""await Wrap(token: {|AFF1003:"a"|}, text: "t");""", """await Wrap(text: "t");""")]
    [InlineData("""_ = new Options { Token = {|AFF1003:"a"|} };""", """_ = new Options();""")]
    [InlineData("""_ = new Options({|AFF1003:"a"|});""", """_ = new Options();""")]
    [InlineData("""Options o = new({|AFF1003:"a"|});""", """Options o = new();""")]
    public Task An_optional_argument_of_a_wrapper_is_removed(string before, string after) => VerifyFix.BodyAsync(before, after, RemoveToken.EquivalenceKey, members: Wrappers);

    // Code that would not compile afterwards, or would change its meaning.
    [Theory]
    [InlineData("""await ConnectorRegistration.Update(label).WithClientToken(label switch { "x" => {|AFF1003:"a"|}, _ => throw new ArgumentException(label) }).SendAsync();""")]
    [InlineData("""await Required({|AFF1003:"a"|});""")]
    [InlineData("""await Overloaded({|AFF1003:"a"|});""")]
    [InlineData("""var n = labels.Length; await ConnectorRegistration.Update(label).WithClientToken(n is var q ? {|AFF1003:"a1"|} : {|AFF1003:"b1"|}).WithDescription(q.ToString()!).SendAsync(client);""")]
    [InlineData("""var r = ConnectorRegistration.Update(label); Func<object> f = () => r = r.WithClientToken({|AFF1003:"a"|}); f(); await r.SendAsync();""")]
    public Task The_fix_is_not_offered_where_the_token_cannot_be_removed(string statements) => VerifyFix.BodyAsync(statements, statements, RemoveToken.EquivalenceKey, members: Wrappers);

    [Fact]
    public Task A_branch_without_a_block_becomes_an_empty_block() => VerifyFix.BodyAsync(
        """
        var r = ConnectorRegistration.Update(label);
        if (condition)
            r = r.WithClientToken({|AFF1003:"a"|}); // for the release
        await r.SendAsync();
        """,
        """
        var r = ConnectorRegistration.Update(label);
        if (condition)
        {
        } // for the release
        await r.SendAsync();
        """,
        RemoveToken.EquivalenceKey);

    [Theory]
    [InlineData("""await Wrap({|AFF1003:"a"|});""")]
    [InlineData("""await new Own().WithClientToken({|AFF1003:"a"|}).SendAsync();""")]
    public Task The_fix_is_not_offered_where_there_is_no_operation_id(string statements) => VerifyFix.BodyAsync(statements, statements, UseOperationId.EquivalenceKey, members: Wrappers);

    [Fact]
    public Task Both_fixes_reach_the_files_of_a_project() => VerifyFix.FilesAsync(
        [
            """class One { object A = ConnectorRegistration.Update("one").WithClientToken({|AFF1001:"a"|}).WithDescription("x"); }""",
            """class Two { object A = ConnectorRegistration.Update("one").WithDescription("x").WithClientToken({|AFF1001:"a"|}); }""",
        ],
        [
            """class One { object A = ConnectorRegistration.Update("one").WithDescription("x"); }""",
            """class Two { object A = ConnectorRegistration.Update("one").WithDescription("x"); }""",
        ],
        RemoveToken.EquivalenceKey);

    private const string Wrappers = """
        static Task Wrap([IdempotencyToken] string? token = null, string? text = null) => Task.CompletedTask;
        static Task Required([IdempotencyToken] string token) => Task.CompletedTask;
        static Task Overloaded([IdempotencyToken] string? token = null) => Task.CompletedTask;
        static Task Overloaded() => Task.CompletedTask;
        class Options([IdempotencyToken] string? token = null) { [IdempotencyToken] public string? Token { get; set; } = token; }
        [FluentRequest] class Own
        {
            [IdempotencyToken] public string? ClientToken { get; init; }
            public Own WithClientToken([IdempotencyToken] string clientToken) => new() { ClientToken = clientToken };
            public Task SendAsync() => Task.CompletedTask;
        }
        """;
}
