using Xunit;

namespace AppFlow.Fluent.Analyzers.Tests.Libraries;

public sealed class EntryPointTests
{
    [Theory]
    [InlineData("ConnectorRegistration.Update()", "Begin UpdateConnectorRegistration")]
    [InlineData("ConnectorRegistration.Update(label)", "Begin UpdateConnectorRegistration ConnectorLabel=label")]
    [InlineData("ConnectorRegistration.Register()", "Begin RegisterConnector")]
    [InlineData("ConnectorRegistration.Register(connectorLabel: label)", "Begin RegisterConnector ConnectorLabel=label")]
    [InlineData("ConnectorRegistration.Unregister(label)", "Begin UnregisterConnector ConnectorLabel=label")]
    [InlineData("ConnectorRegistration.Describe(label)", "Begin DescribeConnector ConnectorLabel=label")]
    [InlineData("ConnectorRegistration.List()", "Begin ListConnectors")]
    public void An_entry_point_creates_a_request(string expression, string expected) =>
        Assert.Equal([expected], Calls.Of($$"""class C { object M(string label) => {{expression}}; }"""));

    [Theory]
    [InlineData("u.WithConnectorLabel(text)", "With UpdateConnectorRegistration from u ConnectorLabel=text")]
    [InlineData("u.WithDescription(text)", "With UpdateConnectorRegistration from u Description=text")]
    [InlineData("u.WithClientToken(text)", "With UpdateConnectorRegistration from u ClientToken=text(Token)")]
    [InlineData("u.WithOperationId(text)", "With UpdateConnectorRegistration from u OperationId=text(OperationId)")]
    [InlineData("u.WithLambda(text)", "With UpdateConnectorRegistration from u ConnectorProvisioningConfig=text(part LambdaArn by ForLambda)")]
    [InlineData("r.WithConnectorProvisioningConfig(config)", "With RegisterConnector from r ConnectorProvisioningConfig=config")]
    [InlineData("l.WithMaxResults(5)", "With ListConnectors from l MaxResults=5")]
    [InlineData("l.WithNextToken(text)", "With ListConnectors from l NextToken=text")]
    [InlineData("d.WithForceDelete()", "With UnregisterConnector from d ForceDelete=True!")]
    public void A_With_method_of_the_library_sets_the_field_of_its_name(string expression, string expected) =>
        Assert.Equal([expected], Calls.Of($$"""
            class C
            {
                object M(
                    UpdateConnectorRegistrationRequest u, RegisterConnectorRequest r, ListConnectorsRequest l, UnregisterConnectorRequest d,
                    ConnectorProvisioningConfig config, string text) => {{expression}};
            }
            """));

    [Theory]
    [InlineData("u.ToString()")]
    [InlineData("u.Equals(null)")]
    [InlineData("Make()")]
    [InlineData("Elsewhere.ConnectorRegistration.Update()")]
    [InlineData("step(u)")]
    [InlineData("ConnectorProvisioningConfig.ForLambda(\"a\")")]
    public void Other_calls_do_not_affect_requests(string expression) =>
        Assert.Empty(Calls.Of($$"""
            class C
            {
                object M(UpdateConnectorRegistrationRequest u, Func<UpdateConnectorRegistrationRequest, UpdateConnectorRegistrationRequest> step) => {{expression}}!;
                static UpdateConnectorRegistrationRequest Make() => throw null!;
            }

            namespace Elsewhere
            {
                static class ConnectorRegistration { public static object Update() => new(); }
            }
            """));

    [Fact]
    public void The_library_says_what_is_required_and_how_to_set_it()
    {
        var compilation = Calls.Compile("class C { object M() => ConnectorRegistration.Register(); }");
        var kind = AppFlow.Fluent.Analyzers.Libraries.RequestLibrary.For(compilation)!
            .KindOf(compilation.GetTypeByMetadataName("AppFlow.Fluent.RegisterConnectorRequest"))!;
        Assert.Equal(
            ["ConnectorLabel: WithConnectorLabel", "ConnectorProvisioningConfig: WithConnectorProvisioningConfig or WithLambda"],
            kind.Shape.Required.Select(field => $"{field}: {kind.SettersOf(field)}"));
        Assert.Equal(["ConnectorLabel", "Description", "ConnectorProvisioningConfig", "ClientToken", "OperationId"], kind.Shape.Fields.Select(field => field.Name));
        Assert.True(kind.IsOfLibrary);
        Assert.False(kind.IsMutable);
        Assert.True(kind.Shape.IsFreshWithoutToken);
        Assert.Equal("ClientToken", kind.Shape.Token?.Name);
    }

    [Theory]
    [InlineData("AppFlow.Fluent.UpdateConnectorRegistrationRequest", "ConnectorLabel")]
    [InlineData("AppFlow.Fluent.UnregisterConnectorRequest", "ConnectorLabel")]
    [InlineData("AppFlow.Fluent.DescribeConnectorRequest", "ConnectorLabel")]
    [InlineData("AppFlow.Fluent.ListConnectorsRequest", "")]
    public void Each_request_has_its_required_fields(string type, string expected)
    {
        var compilation = Calls.Compile("class C;");
        var kind = AppFlow.Fluent.Analyzers.Libraries.RequestLibrary.For(compilation)!.KindOf(compilation.GetTypeByMetadataName(type))!;
        Assert.Equal(expected, string.Join(", ", kind.Shape.Required));
    }
}
