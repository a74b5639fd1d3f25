using System.ComponentModel.DataAnnotations;
using CsCheck;

namespace AppFlow.Fluent.Tests.Requests;

/// <summary>The analyzer reads the attributes, and callers in all languages get the run-time checks: the two must always agree.</summary>
public sealed class ConstraintAgreementTests
{
    public static TheoryData<string> TextFields =>
        new(ConstrainedField.TextNames);

    [Fact]
    public void Every_constrained_field_is_found_with_every_method_that_sets_it() => Assert.Equal(
        [
            "ConnectorProvisioningConfig.ForLambda(lambdaArn) by LambdaConnectorProvisioningConfig.LambdaArn",
            "ConnectorRegistration.Describe(connectorLabel) by DescribeConnectorRequest.ConnectorLabel",
            "ConnectorRegistration.Register(connectorLabel) by RegisterConnectorRequest.ConnectorLabel",
            "ConnectorRegistration.Unregister(connectorLabel) by UnregisterConnectorRequest.ConnectorLabel",
            "ConnectorRegistration.Update(connectorLabel) by UpdateConnectorRegistrationRequest.ConnectorLabel",
            "ListConnectorsRequest.WithMaxResults(maxResults) by ListConnectorsRequest.MaxResults",
            "ListConnectorsRequest.WithNextToken(nextToken) by ListConnectorsRequest.NextToken",
            "RegisterConnectorRequest.WithClientToken(clientToken) by RegisterConnectorRequest.ClientToken",
            "RegisterConnectorRequest.WithConnectorLabel(connectorLabel) by RegisterConnectorRequest.ConnectorLabel",
            "RegisterConnectorRequest.WithDescription(description) by RegisterConnectorRequest.Description",
            "RegisterConnectorRequest.WithLambda(lambdaArn) by LambdaConnectorProvisioningConfig.LambdaArn",
            "RegisterConnectorRequest.WithOperationId(operationId) by RegisterConnectorRequest.OperationId",
            "UpdateConnectorRegistrationRequest.WithClientToken(clientToken) by UpdateConnectorRegistrationRequest.ClientToken",
            "UpdateConnectorRegistrationRequest.WithConnectorLabel(connectorLabel) by UpdateConnectorRegistrationRequest.ConnectorLabel",
            "UpdateConnectorRegistrationRequest.WithDescription(description) by UpdateConnectorRegistrationRequest.Description",
            "UpdateConnectorRegistrationRequest.WithLambda(lambdaArn) by LambdaConnectorProvisioningConfig.LambdaArn",
            "UpdateConnectorRegistrationRequest.WithOperationId(operationId) by UpdateConnectorRegistrationRequest.OperationId",
        ],
        ConstrainedField.All.Select(field => field.ToString()).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(TextFields))]
    public void Attributes_and_run_time_check_accept_the_same_text(string name)
    {
        var field = ConstrainedField.Named(name);
        var limits = field.Attribute<StringLengthAttribute>();
        AdversarialText.Around(field.Name, limits.MinimumLength, limits.MaximumLength)
            .Sample(value => AssertAgreement(field, value), iter: 4_000);
    }

    [Theory]
    [MemberData(nameof(TextFields))]
    public void Attributes_and_run_time_check_accept_the_same_characters(string name)
    {
        var field = ConstrainedField.Named(name);
        foreach (var value in AdversarialText.EachCharacterIn(AdversarialText.ValidSample(field.Name)))
        {
            AssertAgreement(field, value);
        }
    }

    [Theory]
    [MemberData(nameof(TextFields))]
    public void The_adversarial_text_is_neither_all_valid_nor_all_refused(string name)
    {
        var field = ConstrainedField.Named(name);
        var limits = field.Attribute<StringLengthAttribute>();
        var accepted = 0;
        var refused = 0;
        AdversarialText.Around(field.Name, limits.MinimumLength, limits.MaximumLength)
            .Sample(value => Interlocked.Increment(ref field.Refusal(value) is null ? ref accepted : ref refused), iter: 1_000);

        Assert.InRange(accepted, 30, 1_000);
        Assert.InRange(refused, 30, 1_000);
    }

    [Fact]
    public void Attributes_and_run_time_check_accept_the_same_numbers()
    {
        var field = Assert.Single(ConstrainedField.All, field => field.ValueType == typeof(int));
        Gen.OneOf(Gen.Int[-3, 105], Gen.Int).Sample(
            value => Assert.Equal(field.AttributesAccept(value), field.Refusal(value) is null),
            iter: 2_000);
    }

    private static void AssertAgreement(ConstrainedField field, string value)
    {
        var refusal = field.Refusal(value);
        if (field.AttributesAccept(value) != refusal is null)
        {
            Assert.Fail(
                $"{field}: the attributes {(refusal is null ? "refuse" : "accept")} {string.Join(' ', value.Select(c => $"{(int)c:X4}"))}, "
                + $"the run-time check says {refusal?.Message ?? "yes"}");
        }
    }
}
