using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Fixes;

public sealed class DropEarlierCallFixTests
{
    [Fact]
    public Task Several_edits_in_one_chain_are_applied_together() => VerifyFix.BodyAsync(
        """
        await ConnectorRegistration.{|AFF4003:Update|}("a1")
            .{|AFF4003:WithDescription|}("first")
            .WithLambda(label)
            .{|AFF4003:WithDescription|}("second")
            .WithConnectorLabel(label)
            .WithDescription("third")
            .SendAsync(client);
        """,
        """
        await ConnectorRegistration.Update()
            .WithLambda(label)
            .WithConnectorLabel(label)
            .WithDescription("third")
            .SendAsync(client);
        """);

    [Fact]
    public Task Comments_stay() => VerifyFix.BodyAsync(
        """
        await ConnectorRegistration.Update(label) // the connector
            .{|AFF4003:WithDescription|}("first") // what it was
            // The function.
            .WithLambda(label)
            // The id of the step.
            .{|AFF4003:WithOperationId|}("release-42")
            .WithDescription("second") /* what it is */
            .WithOperationId("release-43") // this release
            .SendAsync(client);
        """,
        """
        await ConnectorRegistration.Update(label) // the connector
            // what it was
            // The function.
            .WithLambda(label)
            // The id of the step.
            .WithDescription("second") /* what it is */
            .WithOperationId("release-43") // this release
            .SendAsync(client);
        """);

    [Fact]
    public Task Lines_keep_their_form() => VerifyFix.BodyAsync(
        """
        await ConnectorRegistration.Update(label).{|AFF4003:WithDescription|}("a").WithDescription("b").SendAsync(client);
        await ConnectorRegistration.Update(label).{|AFF4003:WithDescription|}("a")
            .WithDescription("b").SendAsync(client);
        await ConnectorRegistration.Update(label)
            .{|AFF4003:WithDescription|}("a").WithDescription("b")
            .SendAsync(client);
        await (ConnectorRegistration.Update(label).{|AFF4003:WithDescription|}("a")).WithDescription("b").SendAsync(client);
        """,
        """
        await ConnectorRegistration.Update(label).WithDescription("b").SendAsync(client);
        await ConnectorRegistration.Update(label)
            .WithDescription("b").SendAsync(client);
        await ConnectorRegistration.Update(label)
            .WithDescription("b")
            .SendAsync(client);
        await (ConnectorRegistration.Update(label)).WithDescription("b").SendAsync(client);
        """);

    [Fact]
    public Task A_chain_behind_a_null_check_starts_with_the_remaining_calls() => VerifyFix.FileAsync(
        """
        public static class Sender
        {
            public static Task? Send(UpdateConnectorRegistrationRequest? r) =>
                r?.{|AFF4003:WithDescription|}("a").{|AFF4003:WithDescription|}("b").WithDescription("c").SendAsync();
        }
        """,
        """
        public static class Sender
        {
            public static Task? Send(UpdateConnectorRegistrationRequest? r) =>
                r?.WithDescription("c").SendAsync();
        }
        """);

    [Theory]
    [InlineData("Mine.Of(\"x\").{|AFF4003:WithNames|}(\"a\", \"b\").WithName(\"b\")")]
    [InlineData("Mine.Of(\"x\").{|AFF4003:WithName|}(_log = \"a\").WithName(\"b\")")]
    [InlineData("Mine.Of(\"x\").{|AFF4003:WithName|}(Next()).WithName(\"b\")")]
    [InlineData("Mine.Of(\"x\").{|AFF4003:WithName|}($\"a{Next()}\").WithName(\"b\")")]
    [InlineData("Mine.Of(\"x\").{|AFF4003:WithName|}(new Counter().ToString()!).WithName(\"b\")")]
    [InlineData("Mine.Of(\"x\").{|AFF4003:WithName|}(int.TryParse(\"1\", out var n) ? \"a\" : \"b\").WithName(\"b\")")]
    public Task No_fix_is_offered_if_something_else_would_be_lost(string chain)
    {
        var file = $$"""
            [FluentRequest]
            public sealed class Mine
            {
                public Mine(string name) => Name = name;
                public string? Name { get; }
                public string? Code { get; init; }
                public Mine WithName(string name) => new(name);
                public Mine WithNames(string name, string code) => new(name) { Code = code };
                public static Mine Of(string name) => new(name);
            }

            public static class MineExtensions
            {
                private static string _log = "";
                public static object Make() => {{chain}};
                public static string Log => _log;
                private static string Next() => _log += "1";
                private sealed class Counter { public Counter() => _log = ""; }
            }
            """;
        return VerifyFix.FileAsync(file, file);
    }

    [Theory]
    [InlineData("label.Trim()")]
    [InlineData("$\"{label}-{labels.Length:D3}\"")]
    [InlineData("nameof(label)")]
    [InlineData("DateTime.UtcNow.ToString(\"o\")")]
    [InlineData("string.Join(\" \", labels)")]
    [InlineData("string.Create(null, $\"{label}-{labels.Length}\")")]
    public Task A_value_without_effects_is_removed(string value) => VerifyFix.BodyAsync(
        "await ConnectorRegistration.Update(label).{|AFF4003:WithDescription|}(" + value + ").WithDescription(label).SendAsync(client);",
        "await ConnectorRegistration.Update(label).WithDescription(label).SendAsync(client);");

    [Fact]
    public Task A_local_that_only_held_the_lost_value_is_removed_with_it() => VerifyFix.BodyAsync(
        """
        // The first try.
        var first = "first";
        var second = "second";

        await ConnectorRegistration.Update(label).{|AFF4003:WithDescription|}(first).WithDescription(second).SendAsync(client);
        """,
        """
        // The first try.
        var second = "second";

        await ConnectorRegistration.Update(label).WithDescription(second).SendAsync(client);
        """);
}
