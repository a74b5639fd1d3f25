using AppFlow.Fluent.Analyzers.Tests.Verification;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Fixes;

public sealed class SetMissingFieldsFixTests
{
    [Fact]
    public Task A_value_in_scope_with_a_matching_name_is_used() => VerifyFix.BodyAsync(
        "await ConnectorRegistration.Update().{|AFF2001:SendAsync|}(client);",
        "await ConnectorRegistration.Update().WithConnectorLabel(label).SendAsync(client);");

    [Fact]
    public Task A_value_that_may_be_null_is_not_used() => VerifyFix.BodyAsync(
        "string? connectorLabel = labels.FirstOrDefault(); await ConnectorRegistration.Update().{|AFF2001:SendAsync|}(client);",
        "string? connectorLabel = labels.FirstOrDefault(); await ConnectorRegistration.Update().WithConnectorLabel(label).SendAsync(client);");

    [Fact]
    public Task Several_fields_are_set_at_once() => VerifyFix.BodyAsync(
        "await ConnectorRegistration.Register().{|AFF2001:SendAsync|}(client);",
        """await ConnectorRegistration.Register().WithConnectorLabel(label).WithLambda({|AFF3001:"<lambda arn>"|}).SendAsync(client);""",
        afterAll: """await ConnectorRegistration.Register().WithConnectorLabel(label).{|AFF2001:SendAsync|}(client);""");

    [Fact]
    public Task Line_breaks_and_comments_of_the_chain_are_kept() => VerifyFix.BodyAsync(
        """
        var lambdaArn = labels[0];
        await ConnectorRegistration.Register(label) // why
            .WithDescription("x")
            // how
            .{|AFF2001:SendAsync|}(client);
        """,
        """
        var lambdaArn = labels[0];
        await ConnectorRegistration.Register(label) // why
            .WithDescription("x")
            .WithLambda(lambdaArn)
            // how
            .SendAsync(client);
        """);

    [Fact]
    public Task A_value_that_some_path_sets_is_kept() => VerifyFix.BodyAsync(
        """
        var r = ConnectorRegistration.Update();
        if (condition) r = r.WithConnectorLabel("one");
        await r.{|AFF2002:SendAsync|}(client);
        """,
        """
        var r = ConnectorRegistration.Update().WithConnectorLabel(label);
        if (condition) r = r.WithConnectorLabel("one");
        await r.SendAsync(client);
        """);

    [Fact]
    public Task A_request_with_two_creations_is_completed_where_the_field_is_missing() => VerifyFix.BodyAsync(
        "var r = condition ? ConnectorRegistration.Update() : ConnectorRegistration.Update(label); await r.{|AFF2002:SendAsync|}(client);",
        "var r = condition ? ConnectorRegistration.Update().WithConnectorLabel(label) : ConnectorRegistration.Update(label); await r.SendAsync(client);");

    [Fact]
    public Task Fix_All_completes_every_send() => VerifyFix.BodyAsync(
        """
        await ConnectorRegistration.Update().{|AFF2001:SendAsync|}(client);
        foreach (var connectorLabel in labels)
        {
            await ConnectorRegistration.Update().{|AFF2001:SendAsync|}(client);
        }
        """,
        """
        await ConnectorRegistration.Update().WithConnectorLabel(label).SendAsync(client);
        foreach (var connectorLabel in labels)
        {
            await ConnectorRegistration.Update().WithConnectorLabel(connectorLabel).SendAsync(client);
        }
        """);

    [Fact]
    public Task A_user_s_own_request_is_completed_with_its_own_method() => VerifyFix.BodyAsync(
        "var target = label; await new Push().{|AFF2001:SendAsync|}();",
        "var target = label; await new Push().WithTarget(target).SendAsync();",
        members: """
            [FluentRequest]
            public sealed class Push
            {
                [System.ComponentModel.DataAnnotations.Required]
                public string? Target { get; init; }
                public Push WithTarget(string target) => new() { Target = target };
                public Task SendAsync() => Task.CompletedTask;
            }
            """);

    [Fact]
    public Task A_field_without_a_method_that_takes_a_text_has_no_fix() => VerifyFix.BodyAsync(
        "await new Push().{|AFF2001:SendAsync|}();",
        "await new Push().{|AFF2001:SendAsync|}();",
        members: """
            [FluentRequest]
            public sealed class Push
            {
                [System.ComponentModel.DataAnnotations.Required]
                public Uri? Target { get; init; }
                public Push WithTarget(Uri target) => new() { Target = target };
                public Task SendAsync() => Task.CompletedTask;
            }
            """);
}
