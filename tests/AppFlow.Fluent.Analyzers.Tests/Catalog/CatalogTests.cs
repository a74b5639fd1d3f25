using AppFlow.Fluent.Rules.Catalog;
using AppFlow.Fluent.Rules.Catalog.Messages;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Catalog;

/// <summary>
/// The catalogue is the only place where a rule is described; descriptors repeat it for release tracking, and must agree.
/// </summary>
public sealed class CatalogTests
{
    private static readonly List<DiagnosticDescriptor> Descriptors =
        [.. typeof(Analyzers.Descriptors).GetFields().Select(field => (DiagnosticDescriptor)field.GetValue(null)!)];

    // The F# checker's own failure, and the lines of a list of tokens, are reported elsewhere.
    private static readonly string[] WithoutDescriptor = [RuleIds.CheckerFailed];

    public static TheoryData<string> Ids { get; } = new(RuleCatalog.All.Select(rule => rule.Id).Except(WithoutDescriptor));

    [Fact]
    public void Each_rule_is_listed_once_in_the_order_of_ids()
    {
        var ids = RuleCatalog.All.Select(rule => rule.Id).ToList();
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.Equal(typeof(RuleIds).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void Each_descriptor_is_of_a_rule() =>
        Assert.Equal(RuleCatalog.All.Select(rule => rule.Id).Except(WithoutDescriptor), Descriptors.Select(descriptor => descriptor.Id).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_descriptor_agrees_with_the_catalogue(string id)
    {
        var rule = RuleCatalog.All.Single(rule => rule.Id == id);
        var descriptor = Descriptors.Single(descriptor => descriptor.Id == id);

        Assert.Equal(rule.Title, descriptor.Title.ToString());
        Assert.Equal(rule.Category, descriptor.Category);
        Assert.Equal(rule.HelpLink, descriptor.HelpLinkUri);
        Assert.Equal(rule.Severity == RuleSeverity.Info ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning, descriptor.DefaultSeverity);
    }

    [Fact]
    public void The_message_separates_missing_fields_from_the_ways_to_set_them() => Assert.Equal(
        "RegisterConnector requires ConnectorLabel and ConnectorProvisioningConfig, which no path to this call sets: SendAsync throws an InvalidOperationException before anything is sent. Call WithConnectorLabel; and call WithConnectorProvisioningConfig or WithLambda.",
        FieldMessages.CSharp.Missing(
            "RegisterConnector",
            [new("ConnectorLabel", ["WithConnectorLabel"], isSettable: false), new("ConnectorProvisioningConfig", ["WithConnectorProvisioningConfig", "WithLambda"], isSettable: false)],
            onSomePath: false,
            RequestOrigin.AppFlow,
            "SendAsync"));

    [Theory]
    [InlineData(true, "Set Region.")]
    [InlineData(false, "Give Region to the constructor.")]
    public void The_message_names_the_property_or_else_the_constructor(bool isSettable, string advice) => Assert.Equal(
        "Flow requires Region, which some path to this call does not set: on that path the request is sent without it. " + advice,
        FieldMessages.CSharp.Missing("Flow", [new("Region", [], isSettable)], onSomePath: true, RequestOrigin.Own, "Send"));

    [Fact]
    public void Only_messages_about_AppFlow_mention_8_hours_and_operation_ids()
    {
        foreach (var origin in Enum.GetValues<RequestOrigin>())
        {
            foreach (var canBeLeftOut in new[] { true, false })
            {
                var messages = TokenMessages.CSharp;
                string[] lifetimes = [messages.Reused("x", "A.cs, line 3", origin, canBeLeftOut), messages.HardCoded("x", origin, canBeLeftOut)];
                string[] others =
                [
                    messages.SharedInRounds("t", isFunction: false, origin, canBeLeftOut),
                    messages.SharedByTwo("t", "line 3", origin, canBeLeftOut),
                    messages.FreshAtEachAttempt("Update", origin),
                    messages.NoneAtEachAttempt("Update", origin),
                    messages.Clock(origin, canBeLeftOut),
                ];
                Assert.All(lifetimes, message => Assert.Equal(origin == RequestOrigin.AppFlow, message.Contains("8 hours", StringComparison.Ordinal)));
                Assert.All([.. lifetimes, .. others], message => Assert.Equal(origin == RequestOrigin.AppFlow, message.Contains("WithOperationId", StringComparison.Ordinal)));
                Assert.All([.. lifetimes, .. others], message => Assert.Matches("^[A-Z].*: .*[.] [A-Z].*[.]$", message));
            }
        }
    }

    [Fact]
    public void Messages_for_FSharp_use_FSharp_syntax()
    {
        Assert.EndsWith("Leave the token out, or call |> _.WithOperationId \"…\".", TokenMessages.FSharp.HardCoded("x", RequestOrigin.AppFlow, canBeLeftOut: true), StringComparison.Ordinal);
        Assert.EndsWith("Call |> _.SendAsync(), or remove it.", UsageMessages.FSharp.Unsent("request", "SendAsync"), StringComparison.Ordinal);
        Assert.EndsWith("Call |> _.WithDescription \"…\" with another value.", FieldMessages.FSharp.Refused("Description", "is wrong", RequestOrigin.AppFlow, "WithDescription"), StringComparison.Ordinal);
    }
}
