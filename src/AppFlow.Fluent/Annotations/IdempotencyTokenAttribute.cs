namespace AppFlow.Fluent.Annotations;

/// <summary>
/// Marks a parameter or property that carries an idempotency token (AWS's <c>clientToken</c>): a value with which the service recognises
/// repeated calls as one.
/// </summary>
/// <remarks>
/// Put it on the parameters of your own wrappers, and the analyzer's token rules (AFF1001 to AFF1004) also apply where the wrappers are
/// called. The attribute is kept in metadata, so it works across projects.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property, Inherited = true)]
public sealed class IdempotencyTokenAttribute : Attribute;
