using System.Reflection;
using CsCheck;

namespace AppFlow.Fluent.Tests.Requests;

/// <summary>Requests are equal if their values are equal, however they were built.</summary>
public sealed class EqualityTests
{
    private static readonly Gen<object> AnyRequest = Gen.Select(
        Gen.OneOfConst(
            typeof(UpdateConnectorRegistrationRequest),
            typeof(RegisterConnectorRequest),
            typeof(UnregisterConnectorRequest),
            typeof(ListConnectorsRequest)),
        Gen.Select(Gen.Int[0, 100], Gen.Int[0, 1]).List[0, 5],
        (type, steps) =>
        {
            var withs = type.GetMethods()
                .Where(method => method.Name.StartsWith("With", StringComparison.Ordinal))
                .OrderBy(method => method.Name, StringComparer.Ordinal)
                .ToArray();
            return steps.Aggregate(RequestSamples.Empty(type), (request, step) =>
            {
                var with = withs[step.Item1 % withs.Length];
                return with.Invoke(request, [.. with.GetParameters().Select(parameter => RequestSamples.Valid(parameter.Name!, step.Item2))])!;
            });
        });

    [Fact]
    public void Two_requests_are_equal_exactly_when_every_property_is() =>
        Gen.Select(AnyRequest, AnyRequest).Sample(
            (one, other) =>
            {
                var same = one.GetType() == other.GetType() && one.GetType().GetProperties()
                    .All(property => Equals(property.GetValue(one), property.GetValue(other)));
                Assert.Equal(same, one.Equals(other));
                Assert.Equal(same, other.Equals(one));
                Assert.Equal(same, one.ToString() == other.ToString());
                if (one.GetType() == other.GetType())
                {
                    Assert.Equal(same, Operator("op_Equality", one, other));
                    Assert.Equal(!same, Operator("op_Inequality", one, other));
                }

                if (same)
                {
                    Assert.Equal(one.GetHashCode(), other.GetHashCode());
                }
            },
            iter: 4_000);

    [Fact]
    public void The_order_of_the_calls_does_not_matter()
    {
        var one = ConnectorRegistration.Update("orders").WithDescription("adds paging").WithLambda(RequestSamples.LambdaArn);
        var other = ConnectorRegistration.Update().WithConnectorProvisioningConfig(RequestSamples.Config).WithDescription("adds paging").WithConnectorLabel("orders");

        Assert.Equal(one, other);
        Assert.True(one == other);
        Assert.False(one != other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void An_empty_description_is_not_an_unset_one() =>
        Assert.NotEqual(ConnectorRegistration.Update("orders"), ConnectorRegistration.Update("orders").WithDescription(""));

    [Fact]
    public void The_last_of_token_and_operation_id_wins()
    {
        var token = ConnectorRegistration.Update("orders").WithOperationId("release-42").WithClientToken("token");
        Assert.Equal("token", token.ClientToken);
        Assert.Null(token.OperationId);
        Assert.Equal(ConnectorRegistration.Update("orders").WithClientToken("token"), token);

        var id = ConnectorRegistration.Register("orders").WithClientToken("token").WithOperationId("release-42");
        Assert.Equal("release-42", id.OperationId);
        Assert.Null(id.ClientToken);
        Assert.Equal(ConnectorRegistration.Register("orders").WithOperationId("release-42"), id);
    }

    [Fact]
    public void The_text_of_a_request_shows_what_was_set()
    {
        Assert.Equal("UpdateConnectorRegistrationRequest { }", ConnectorRegistration.Update().ToString());
        Assert.Equal(
            "RegisterConnectorRequest { ConnectorLabel = \"orders\", Description = \"adds paging\", "
            + $"LambdaArn = \"{RequestSamples.LambdaArn}\", ClientToken = \"token\" }}",
            ConnectorRegistration.Register("orders").WithDescription("adds paging").WithLambda(RequestSamples.LambdaArn).WithClientToken("token").ToString());
        Assert.Equal(
            "UnregisterConnectorRequest { ConnectorLabel = \"orders\", ForceDelete = \"true\" }",
            ConnectorRegistration.Unregister("orders").WithForceDelete().ToString());
        Assert.Equal("DescribeConnectorRequest { ConnectorLabel = \"orders\" }", ConnectorRegistration.Describe("orders").ToString());
        Assert.Equal(
            "ListConnectorsRequest { MaxResults = \"5\", NextToken = \"page\" }",
            ConnectorRegistration.List().WithMaxResults(5).WithNextToken("page").ToString());
    }

    private static bool Operator(string name, object one, object other) => (bool)one.GetType()
        .GetMethod(name, BindingFlags.Public | BindingFlags.Static)!
        .Invoke(null, [one, other])!;
}
