using AppFlow.Fluent.Analyzers.Tests.Verification;
using AppFlow.Fluent.CodeFixes.Fixes;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Fixes;

public sealed class UseResultFixTests
{
    [Fact]
    public Task Statements_in_a_row_are_fixed_one_by_one_and_all_together() => VerifyFix.BodyAsync(
        """
        var request = ConnectorRegistration.Update("orders");
        // What changes.
        request.{|AFF4001:WithDescription|}("adds paging"); // and why
        request
            .WithLambda(label) // the function
            .{|AFF4001:WithOperationId|}("release-42");
        if (condition) request.{|AFF4001:WithConnectorLabel|}(label);
        await request.SendAsync(client);
        """,
        """
        var request = ConnectorRegistration.Update("orders");
        // What changes.
        request = request.WithDescription("adds paging"); // and why
        request = request
            .WithLambda(label) // the function
            .WithOperationId("release-42");
        if (condition) request = request.WithConnectorLabel(label);
        await request.SendAsync(client);
        """);

    [Fact]
    public Task Parameters_fields_properties_and_expression_bodies_are_assigned_to() => VerifyFix.FileAsync(
        """
        public sealed class Holder
        {
            private UpdateConnectorRegistrationRequest _request = ConnectorRegistration.Update("orders");
            public UpdateConnectorRegistrationRequest Request { get; set; } = ConnectorRegistration.Update("orders");
            public void Describe(string text) => _request.{|AFF4001:WithDescription|}(text);
            public string Text { set => this.Request.{|AFF4001:WithDescription|}(value); }
            public Task Send(UpdateConnectorRegistrationRequest request, Holder other)
            {
                request.{|AFF4001:WithDescription|}("x");
                other.Request.{|AFF4001:WithDescription|}("x");
                for (var i = 0; i < 3; request.{|AFF4001:WithDescription|}("y")) i++;
                return request.SendAsync();
            }
        }
        """,
        """
        public sealed class Holder
        {
            private UpdateConnectorRegistrationRequest _request = ConnectorRegistration.Update("orders");
            public UpdateConnectorRegistrationRequest Request { get; set; } = ConnectorRegistration.Update("orders");
            public void Describe(string text) => _request = _request.WithDescription(text);
            public string Text { set => this.Request = this.Request.WithDescription(value); }
            public Task Send(UpdateConnectorRegistrationRequest request, Holder other)
            {
                request = request.WithDescription("x");
                other.Request = other.Request.WithDescription("x");
                for (var i = 0; i < 3; request = request.WithDescription("y")) i++;
                return request.SendAsync();
            }
        }
        """);

    [Fact]
    public Task Behind_a_null_check_and_as_a_plain_call_of_an_extension() => VerifyFix.FileAsync(
        """
        public static class Teams
        {
            public static UpdateConnectorRegistrationRequest WithTeam(this UpdateConnectorRegistrationRequest request, string team) => request;
            public static Task? Send(UpdateConnectorRegistrationRequest? request)
            {
                request?.{|AFF4001:WithDescription|}("x");
                Teams.{|AFF4001:WithTeam|}(request!, "a");
                return request?.SendAsync();
            }
        }
        """,
        """
        public static class Teams
        {
            public static UpdateConnectorRegistrationRequest WithTeam(this UpdateConnectorRegistrationRequest request, string team) => request;
            public static Task? Send(UpdateConnectorRegistrationRequest? request)
            {
                request = request?.WithDescription("x");
                request = Teams.WithTeam(request!, "a");
                return request?.SendAsync();
            }
        }
        """);

    [Theory]
    [InlineData("""foreach (var r in requests) { r.{|AFF4001:WithDescription|}("x"); await r.SendAsync(client); }""")]
    [InlineData("""ConnectorRegistration.Update().{|AFF4001:WithDescription|}("x");""")]
    [InlineData("""Action go = () => { ConnectorRegistration.Update("orders").{|AFF4001:WithDescription|}("x"); }; go();""")]
    [InlineData("""AppFlowClient other = client; ConnectorRegistration.Update("orders").{|AFF4001:WithDescription|}("x"); other.Dispose();""")]
    [InlineData("""foreach (var step in new Step[3]) { step.Request.{|AFF4001:WithDescription|}("x"); }""")]
    [InlineData("""Step step() => default; step().Request.{|AFF4001:WithDescription|}("x");""")]
    [InlineData("""_readOnly.{|AFF4001:WithDescription|}("x");""")]
    [InlineData("""GetOnly.{|AFF4001:WithDescription|}("x");""")]
    [InlineData("""requests[0].{|AFF4001:WithDescription|}("x");""")]
    [InlineData("""Make().{|AFF4001:WithDescription|}("x");""")]
    [InlineData("""Holder().Open.{|AFF4001:WithDescription|}("x");""")]
    [InlineData("""Go(requests[0]); static void Go(in UpdateConnectorRegistrationRequest r) => r.{|AFF4001:WithDescription|}("x");""")]
    public Task No_fix_is_offered_where_nothing_can_be_assigned(string statements)
    {
        const string Members = """
            private readonly UpdateConnectorRegistrationRequest _readOnly = Make();
            private UpdateConnectorRegistrationRequest[] requests = [];
            public UpdateConnectorRegistrationRequest GetOnly { get; } = Make();
            public UpdateConnectorRegistrationRequest Open = Make();
            private static UpdateConnectorRegistrationRequest Make() => ConnectorRegistration.Update("orders");
            private C Holder() => this;
            private struct Step { public UpdateConnectorRegistrationRequest Request; }
            """;
        return VerifyFix.BodyAsync(statements, statements, members: Members);
    }

    [Fact]
    public Task A_request_built_in_one_statement_is_sent_with_the_client_in_scope() => VerifyFix.BodyAsync(
        """
        // Adds paging.
        ConnectorRegistration.Update(label).{|AFF4001:WithDescription|}("adds paging"); // soon
        ConnectorRegistration.Register()
            .WithConnectorLabel(label)
            .{|AFF4001:WithLambda|}(label);
        """,
        """
        // Adds paging.
        await ConnectorRegistration.Update(label).WithDescription("adds paging").SendAsync(client); // soon
        await ConnectorRegistration.Register()
            .WithConnectorLabel(label)
            .WithLambda(label).SendAsync(client);
        """,
        SendResult.EquivalenceKey);

    [Fact]
    public Task Fix_All_changes_what_it_can_and_leaves_the_rest() => VerifyFix.BodyAsync(
        """
        var r = ConnectorRegistration.Update(label);
        r.{|AFF4001:WithDescription|}("x");
        foreach (var one in new[] { r }) { one.{|AFF4001:WithDescription|}("y"); await one.SendAsync(client); }
        await r.SendAsync(client);
        """,
        """
        var r = ConnectorRegistration.Update(label);
        r = r.WithDescription("x");
        foreach (var one in new[] { r }) { one.{|AFF4001:WithDescription|}("y"); await one.SendAsync(client); }
        await r.SendAsync(client);
        """,
        nameof(UseResultCodeFix));
}
