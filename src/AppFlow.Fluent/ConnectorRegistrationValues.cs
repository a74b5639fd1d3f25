using AppFlow.Fluent.Constraints;

namespace AppFlow.Fluent;

/// <summary>
/// Validates user input without exceptions: each method returns what is wrong with the value of one field, as a sentence to show, or null
/// if the field's <c>With…</c> method accepts it.
/// </summary>
/// <remarks>
/// The rules are those of the requests: a value that passes here does not throw there. At most one character of a value is quoted.
/// </remarks>
public static class ConnectorRegistrationValues
{
    /// <summary>
    /// What is wrong with a connector label, or null. Valid are 2 to 256 characters: an ASCII letter or digit, then also <c>_ ! @ # .
    /// -</c>.
    /// </summary>
    /// <param name="connectorLabel">The value; null is invalid.</param>
    public static string? FaultOfConnectorLabel(string? connectorLabel) => ConnectorLabelConstraint.Instance.FaultOf(connectorLabel);

    /// <summary>
    /// What is wrong with a description, or null. Valid are up to 1,024 characters: ASCII letters, digits, white space and <c>_ / ! @ # + =
    /// . -</c>; it may be empty.
    /// </summary>
    /// <param name="description">The value; null is invalid.</param>
    public static string? FaultOfDescription(string? description) => DescriptionConstraint.Instance.FaultOf(description);

    /// <summary>What is wrong with the ARN of a Lambda function, or null. Valid are up to 512 characters, in any partition.</summary>
    /// <param name="lambdaArn">The value; null is invalid.</param>
    public static string? FaultOfLambdaArn(string? lambdaArn) => LambdaArnConstraint.Instance.FaultOf(lambdaArn);

    /// <summary>What is wrong with a client token, or null. Valid are 1 to 256 printable ASCII characters.</summary>
    /// <param name="clientToken">The value; null is invalid.</param>
    public static string? FaultOfClientToken(string? clientToken) => ClientTokenConstraint.Instance.FaultOf(clientToken);

    /// <summary>What is wrong with an operation id, or null. Valid are 1 to 256 characters, not blank.</summary>
    /// <param name="operationId">The value; null is invalid.</param>
    public static string? FaultOfOperationId(string? operationId) => OperationIdConstraint.Instance.FaultOf(operationId);

    /// <summary>What is wrong with a page token, or null. Valid are 1 to 2,048 characters without white space.</summary>
    /// <param name="nextToken">The value; null is invalid.</param>
    public static string? FaultOfNextToken(string? nextToken) => NextTokenConstraint.Instance.FaultOf(nextToken);

    /// <summary>What is wrong with a page size, or null. Valid are 1 to 100.</summary>
    /// <param name="maxResults">The value.</param>
    public static string? FaultOfMaxResults(int maxResults) => MaxResultsConstraint.FaultOf(maxResults);
}
