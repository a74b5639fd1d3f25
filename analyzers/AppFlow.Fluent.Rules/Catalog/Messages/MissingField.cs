namespace AppFlow.Fluent.Rules.Catalog.Messages;

/// <summary>A required field that nothing sets, and how it can be set.</summary>
/// <param name="name">The field's name.</param>
/// <param name="methods">The <c>With…</c> methods that set it, any of which suffices; empty if there is none.</param>
/// <param name="isSettable">Whether its property can be set: by an assignment, an initializer or a <c>with</c>. If not, and there is no method, a constructor sets it.</param>
internal sealed class MissingField(string name, IReadOnlyList<string> methods, bool isSettable)
{
    public string Name { get; } = name;

    /// <summary>The remedy as part of a sentence, for example <c>call WithLambda</c>.</summary>
    public string Remedy(CallStyle calls) => methods.Count switch
    {
        0 => isSettable ? $"set {Name}" : $"give {Name} to the constructor",
        1 => $"call {calls.With(methods[0])}",
        _ => "call " + string.Join(" or ", methods.Select(calls.With)),
    };
}
