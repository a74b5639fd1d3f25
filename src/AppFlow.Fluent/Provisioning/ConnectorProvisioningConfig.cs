using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using AppFlow.Fluent.Constraints;

namespace AppFlow.Fluent;

/// <summary>How a custom connector is provisioned. The service supports one kind: a Lambda function.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_ConnectorProvisioningConfig.html"/>.</remarks>
public sealed record ConnectorProvisioningConfig
{
    [JsonConstructor]
    internal ConnectorProvisioningConfig(LambdaConnectorProvisioningConfig lambda) => Lambda = lambda;

    /// <summary>The Lambda function.</summary>
    [Required]
    public LambdaConnectorProvisioningConfig Lambda { get; }

    /// <summary>Creates a config for a Lambda function.</summary>
    /// <param name="lambdaArn">The function's ARN: at most 512 characters, in any partition.</param>
    /// <exception cref="ArgumentException"><paramref name="lambdaArn"/> is null or not an ARN that the service accepts.</exception>
    public static ConnectorProvisioningConfig ForLambda(string lambdaArn) =>
        new(new LambdaConnectorProvisioningConfig(LambdaArnConstraint.Instance.Check(lambdaArn, nameof(lambdaArn))));

    /// <summary>The config as text, with its ARN.</summary>
    public override string ToString() => $"ConnectorProvisioningConfig {{ Lambda = {Lambda?.LambdaArn} }}";
}
