using Fleet.Releases;

namespace AppFlow.Fluent.Fleet.Tests;

public sealed class ReleaseTests
{
    private const string Lambda = "arn:aws:lambda:us-east-1:111111111111:function:orders";

    private static readonly Release Release = new("release-42", "adds paging");

    [Theory]
    [InlineData("adds paging #release-42", true)]
    [InlineData("another note #release-42", true)]
    [InlineData("#release-42", true)]
    [InlineData("adds paging #release-42 ", true)]
    [InlineData("adds paging #release-421", false)]
    [InlineData("adds paging release-42", false)]
    [InlineData("after #release-42 now #release-43", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void The_last_word_of_the_description_decides(string? description, bool isOn) =>
        Assert.Equal(isOn, Release.IsOn(new ConnectorConfiguration { ConnectorDescription = description }, lambda: null));

    [Theory]
    [InlineData(Lambda, true)]
    [InlineData(Lambda + "-eu", false)]
    public void The_Lambda_function_must_be_the_release_s_too(string lambda, bool isOn) => Assert.Equal(
        isOn,
        Release.IsOn(
            new ConnectorConfiguration
            {
                ConnectorDescription = Release.Description,
                ConnectorProvisioningConfig = ConnectorProvisioningConfig.ForLambda(Lambda),
            },
            lambda));

    [Fact]
    public void A_connector_without_a_Lambda_function_does_not_have_that_of_the_release() =>
        Assert.False(Release.IsOn(new ConnectorConfiguration { ConnectorDescription = Release.Description }, Lambda));

    [Fact]
    public void The_call_carries_the_release()
    {
        var update = Release.UpdateOf("orders", Lambda);

        Assert.Equal("release-42", update.OperationId);
        Assert.Equal("adds paging #release-42", update.Description);
        Assert.Equal(Lambda, update.ConnectorProvisioningConfig?.Lambda.LambdaArn);
        Assert.Null(Release.UpdateOf("orders", lambda: null).ConnectorProvisioningConfig);
    }

    [Theory]
    [InlineData("release-42", null, true)]
    [InlineData("2026.11+1", "adds paging", true)]
    [InlineData("release 42", null, false)]
    [InlineData("#42", null, false)]
    [InlineData("", null, false)]
    [InlineData("release-42", "adds paging, and filters", false)]
    public void A_release_that_no_description_can_carry_is_refused(string name, string? note, bool isGood) =>
        Assert.Equal(isGood, new Release(name, note).Fault() is null);
}
