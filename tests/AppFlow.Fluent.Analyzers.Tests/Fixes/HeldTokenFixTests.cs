using AppFlow.Fluent.Analyzers.Tests.Verification;
using AppFlow.Fluent.CodeFixes.Fixes;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Fixes;

/// <summary>The variable of a token is removed with it, and nothing else.</summary>
public sealed class HeldTokenFixTests
{
    [Theory]
    [InlineData(
        """
        var token = "a";
        await ConnectorRegistration.Update(label).WithClientToken({|AFF1003:token|}).SendAsync();
        """,
        """
        await ConnectorRegistration.Update(label).SendAsync();
        """)]
    [InlineData(
        """
        Console.WriteLine();

        // Of release 42.
        const string token = "a"; // the token
        await ConnectorRegistration.Update(label).WithClientToken({|AFF1003:token|}).SendAsync();
        """,
        """
        Console.WriteLine();

        // Of release 42.
        // the token
        await ConnectorRegistration.Update(label).SendAsync();
        """)]
    [InlineData(
        """
        string name = "a", other = "b";
        Console.WriteLine(other);
        await ConnectorRegistration.Update(label).WithClientToken({|AFF1003:name|}).SendAsync();
        """,
        """
        string other = "b";
        Console.WriteLine(other);
        await ConnectorRegistration.Update(label).SendAsync();
        """)]
    [InlineData(
        """
        const string release = "42";
        const string token = "release-" + release;
        await ConnectorRegistration.Update(label).WithClientToken({|AFF1003:token|}).SendAsync();
        """,
        """
        await ConnectorRegistration.Update(label).SendAsync();
        """)]
    [InlineData(
        """
        if (condition)
        {
            var token = "a";
            await ConnectorRegistration.Update(label).WithClientToken({|AFF1003:token|}).SendAsync();
        }
        """,
        """
        if (condition)
        {
            await ConnectorRegistration.Update(label).SendAsync();
        }
        """)]
    [InlineData(
        """
        var token = ClientToken.New();
        foreach (var l in labels)
        {
            await ConnectorRegistration.Update(l).WithClientToken({|AFF1002:token|}).SendAsync();
        }
        """,
        """
        foreach (var l in labels)
        {
            await ConnectorRegistration.Update(l).SendAsync();
        }
        """)]
    public Task A_local_that_only_held_the_token_is_removed(string before, string after) => VerifyFix.BodyAsync(before, after, RemoveToken.EquivalenceKey);

    [Theory]
    [InlineData("var token = \"a\"; Console.WriteLine(token);")]
    [InlineData("var token = Next();")]
    [InlineData("var token = \"a\"; var other = nameof(token); Console.WriteLine(other);")]
    [InlineData("var token = \"a\"; Action use = () => Console.WriteLine(token); use();")]
    public Task A_local_with_other_uses_stays(string declaration) => VerifyFix.BodyAsync(
        declaration + " foreach (var l in labels) await ConnectorRegistration.Update(l).WithClientToken({|AFF1002:token|}).SendAsync();",
        declaration + " foreach (var l in labels) await ConnectorRegistration.Update(l).SendAsync();",
        RemoveToken.EquivalenceKey,
        members: "private static int _next; private static string Next() => (++_next).ToString();");

    [Fact]
    public Task A_private_constant_or_field_is_removed_with_the_last_use() => VerifyFix.FileAsync(
        """
        class C
        {
            /// <summary>The token of all.</summary>
            private const string Token = "a";

            // Kept for the log.
            private static readonly string Other = "b";
            internal const string Shared = "c";
            private const string Logged = "d";

            public Task One(string l) => ConnectorRegistration.Update(l).WithClientToken({|AFF1003:Token|}).SendAsync();
            public Task Two(string l) => ConnectorRegistration.Update(l).WithClientToken({|AFF1003:Other|}).SendAsync();
            public Task Three(string l) => ConnectorRegistration.Update(l).WithClientToken({|AFF1003:Shared|}).SendAsync();
            public Task Four(string l) { Console.WriteLine(Logged); return ConnectorRegistration.Update(l).WithClientToken({|AFF1003:Logged|}).SendAsync(); }
        }
        """,
        """
        class C
        {
            // Kept for the log.
            internal const string Shared = "c";
            private const string Logged = "d";

            public Task One(string l) => ConnectorRegistration.Update(l).SendAsync();
            public Task Two(string l) => ConnectorRegistration.Update(l).SendAsync();
            public Task Three(string l) => ConnectorRegistration.Update(l).SendAsync();
            public Task Four(string l) { Console.WriteLine(Logged); return ConnectorRegistration.Update(l).SendAsync(); }
        }
        """,
        RemoveToken.EquivalenceKey);

    [Fact]
    public Task A_constant_with_two_uses_is_removed_with_the_second() => VerifyFix.FileAsync(
        """
        class C
        {
            private const string Token = "a";
            public Task One() => ConnectorRegistration.Update("one").WithClientToken({|AFF1001:Token|}).SendAsync();
            public Task Two() => ConnectorRegistration.Update("two").WithClientToken({|AFF1001:Token|}).SendAsync();
        }
        """,
        """
        class C
        {
            public Task One() => ConnectorRegistration.Update("one").SendAsync();
            public Task Two() => ConnectorRegistration.Update("two").SendAsync();
        }
        """,
        RemoveToken.EquivalenceKey);

    [Fact]
    public Task A_use_under_another_symbol_keeps_the_constant() => VerifyFix.FileAsync(
        """
        class C
        {
            private const string Token = "a";
            public Task One() => ConnectorRegistration.Update("one").WithClientToken({|AFF1003:Token|}).SendAsync();
        #if LOG
            public void Log() => Console.WriteLine(Token);
        #endif
        }
        """,
        """
        class C
        {
            private const string Token = "a";
            public Task One() => ConnectorRegistration.Update("one").SendAsync();
        #if LOG
            public void Log() => Console.WriteLine(Token);
        #endif
        }
        """,
        RemoveToken.EquivalenceKey);

    [Fact]
    public Task An_assignment_to_itself_does_not_stay_behind() => VerifyFix.BodyAsync(
        """
        var request = ConnectorRegistration.Update(label);
        await (request = request.WithClientToken({|AFF1003:"a"|})).SendAsync();
        new List<object>().Add(request = request.WithClientToken({|AFF1003:"b"|}));
        """,
        """
        var request = ConnectorRegistration.Update(label);
        await request.SendAsync();
        new List<object>().Add(request);
        """,
        RemoveToken.EquivalenceKey);

    [Fact]
    public Task A_top_level_local_is_removed_too() => VerifyFix.ProgramAsync(
        """
        // Of this release.
        var token = "a";
        await ConnectorRegistration.Update(args[0]).WithClientToken({|AFF1003:token|}).SendAsync();
        """,
        """
        // Of this release.
        await ConnectorRegistration.Update(args[0]).SendAsync();
        """,
        RemoveToken.EquivalenceKey);

    [Theory]
    [InlineData("var token = ClientToken.New();")]
    [InlineData("var token = Guid.NewGuid().ToString(\"N\");")]
    [InlineData("var token = DateTime.UtcNow.ToString(\"o\");")]
    public Task A_value_that_is_new_at_every_run_is_not_offered_as_an_operation_id(string declaration) => VerifyFix.NotOfferedAsync(
        Verify.InMethod(declaration + " foreach (var l in labels) await ConnectorRegistration.Update(l).WithClientToken({|AFF1002:token|}).SendAsync();"),
        UseOperationId.EquivalenceKey);
}
