using AppFlow.Fluent.Emulator;

namespace AppFlow.Fluent.Tests.Requests;

/// <summary>The emulator accepts what the library accepts: both implement the same model.</summary>
public sealed class EmulatorAgreementTests
{
    [Theory]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:f")]
    [InlineData("arn:aws-cn:lambda:cn-north-1:123456789012:function:f")]
    [InlineData("arn:aws-us-gov:lambda:us-gov-east-1:123456789012:function:f")]
    [InlineData("arn:aws-iso-b:lambda:us-isob-east-1:1:f")]
    [InlineData("arn:aws:::0:")]
    public async Task An_ARN_that_the_library_accepts_is_accepted(string arn)
    {
        await using var appflow = await AppFlowEmulator.StartAsync();
        using var client = appflow.CreateClient();

        await ConnectorRegistration.Register("orders").WithLambda(arn).SendAsync(client);

        Assert.Equal(arn, (await ConnectorRegistration.Describe("orders").SendAsync(client)).ConnectorConfiguration.ConnectorProvisioningConfig?.Lambda.LambdaArn);
    }

    [Theory]
    [InlineData("arn:awsx:lambda:r:1:x")]
    [InlineData("arn:aws--:lambda:r:1:x")]
    [InlineData("arn:aws-:lambda:r:1:x")]
    [InlineData("arn:aws-cn-:lambda:r:1:x")]
    [InlineData("arn:aws-C:lambda:r:1:x")]
    [InlineData("arn:gcp:lambda:r:1:x")]
    public void An_impossible_partition_is_refused(string arn) =>
        Assert.Equal("lambdaArn", Assert.Throws<ArgumentException>(() => ConnectorRegistration.Update("orders").WithLambda(arn)).ParamName);
}
