using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using AppFlow.Fluent.Constraints;

namespace AppFlow.Fluent;

/// <summary>The Lambda function behind a custom connector.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_LambdaConnectorProvisioningConfig.html"/>.</remarks>
public sealed record LambdaConnectorProvisioningConfig
{
    [JsonConstructor]
    internal LambdaConnectorProvisioningConfig(string lambdaArn) => LambdaArn = lambdaArn;

    /// <summary>The function's ARN: at most 512 characters, in any partition.</summary>
    [Required]
    [StringLength(LambdaArnConstraint.MaxLength)]
    [RegularExpression(LambdaArnConstraint.Pattern)]
    public string LambdaArn { get; }
}
