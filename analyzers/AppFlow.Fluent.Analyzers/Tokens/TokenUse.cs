using Microsoft.CodeAnalysis;

namespace AppFlow.Fluent.Analyzers.Tokens;

/// <summary>A call that gives a token to the service, or to a method that is marked to take one.</summary>
/// <param name="operation">The send, the call of the wrapper, or the chain that is handed on.</param>
/// <param name="token">The token's expression; it may stand elsewhere than the call.</param>
/// <param name="target">What is called: the kind of request, or the wrapper.</param>
/// <param name="inputs">What else is given, by field or parameter.</param>
/// <param name="isUnderstood">Whether nothing else can be given.</param>
internal sealed class TokenUse(
    IOperation operation,
    IOperation token,
    object target,
    IReadOnlyDictionary<object, IOperation?> inputs,
    bool isUnderstood)
{
    public IOperation Operation { get; } = operation;

    public IOperation Token { get; } = token;

    public object Target { get; } = target;

    public IReadOnlyDictionary<object, IOperation?> Inputs { get; } = inputs;

    public bool IsUnderstood { get; } = isUnderstood;
}
