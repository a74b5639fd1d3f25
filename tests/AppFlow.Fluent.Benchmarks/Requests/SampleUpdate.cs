namespace AppFlow.Fluent.Benchmarks.Requests;

/// <summary>The update of all benchmarks, in its longest and its shortest form.</summary>
internal static class SampleUpdate
{
    public const string Label = "orders";
    public const string Description = "adds paging";
    public const string LambdaArn = "arn:aws:lambda:eu-central-1:123456789012:function:orders-connector:42";
    public const string Token = "0d5b3d4e-9f0a-4c7b-8a51-2f6f6f0a7c11";

    /// <summary>Everything that can be set, except the token.</summary>
    public static UpdateConnectorRegistrationRequest Full() =>
        ConnectorRegistration.Update(Label).WithDescription(Description).WithLambda(LambdaArn);

    /// <summary>The JSON body of the full update.</summary>
    public static byte[] FullBody() =>
        System.Text.Encoding.UTF8.GetBytes(
            $$$"""{"connectorLabel":"{{{Label}}}","description":"{{{Description}}}","connectorProvisioningConfig":{"lambda":{"lambdaArn":"{{{LambdaArn}}}"}},"clientToken":"{{{Token}}}"}""");
}
