namespace AppFlow.Fluent.Tests.Requests;

/// <summary>Requests to start from.</summary>
internal static class RequestSamples
{
    public const string LambdaArn = "arn:aws:lambda:us-east-1:123456789012:function:orders";

    public static readonly ConnectorProvisioningConfig Config = ConnectorProvisioningConfig.ForLambda(LambdaArn);

    /// <summary>A request with only the values that its entry point requires.</summary>
    public static object Empty(Type request) => request.Name switch
    {
        nameof(UpdateConnectorRegistrationRequest) => ConnectorRegistration.Update(),
        nameof(RegisterConnectorRequest) => ConnectorRegistration.Register(),
        nameof(UnregisterConnectorRequest) => ConnectorRegistration.Unregister("orders"),
        nameof(DescribeConnectorRequest) => ConnectorRegistration.Describe("orders"),
        nameof(ListConnectorsRequest) => ConnectorRegistration.List(),
        _ => throw new ArgumentException($"{request} is a request that the tests do not know.", nameof(request)),
    };

    /// <summary>A valid value for a parameter of a <c>With…</c> method, different for each <paramref name="variant"/>.</summary>
    public static object Valid(string parameter, int variant) => parameter switch
    {
        "connectorLabel" => $"label-{variant}",
        "description" => $"text {variant}",
        "clientToken" => $"token {variant}",
        "operationId" => $"operation {variant}",
        "lambdaArn" => $"{LambdaArn}{variant}",
        "connectorProvisioningConfig" => ConnectorProvisioningConfig.ForLambda($"{LambdaArn}{variant}"),
        "maxResults" => variant + 1,
        "nextToken" => $"page{variant}",
        _ => throw new ArgumentException($"{parameter} is a parameter that the tests do not know.", nameof(parameter)),
    };
}
