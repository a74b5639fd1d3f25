namespace AppFlow.Fluent.Annotations;

/// <summary>
/// Marks a parameter or property that carries an idempotency token (AWS's <c>clientToken</c>): a value that makes the service
/// take repeated calls for one.
/// </summary>
/// <remarks>
/// Put it on the parameters of your own wrappers and the analyzer's token rules (AFF1001 to AFF1004) hold at the wrapper's call
/// sites too. The attribute is kept in metadata, so it works across projects.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property, Inherited = true)]
public sealed class IdempotencyTokenAttribute : Attribute;
