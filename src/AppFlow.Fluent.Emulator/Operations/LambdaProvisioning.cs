using AppFlow.Fluent.Emulator.Protocol;
using AppFlow.Fluent.Emulator.Validation;

namespace AppFlow.Fluent.Emulator.Operations;

/// <summary>The Lambda a call assigns to its connector.</summary>
internal sealed record LambdaProvisioning(string? LambdaArn)
{
    /// <summary><see langword="null"/> if no Lambda is named: a config without <c>lambda</c> is the same input as no config.</summary>
    public static LambdaProvisioning? Read(JsonMembers input) =>
        input.Structure("connectorProvisioningConfig")?.Structure("lambda") is { } lambda
            ? new LambdaProvisioning(lambda.String("lambdaArn"))
            : null;

    public void Validate(ConstraintViolations violations)
    {
        const string Path = "connectorProvisioningConfig.lambda.lambdaArn";
        violations.Require(LambdaArn, Path);
        ModelConstraints.Arn.Check(LambdaArn, Path, violations);
    }
}
