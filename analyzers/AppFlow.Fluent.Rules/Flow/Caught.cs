using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Steps;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>The failure that a handler caught: of a send, or of something else.</summary>
/// <param name="Send">The send that failed; null for anything else.</param>
/// <param name="Model">The meaning of its failure classes; null if nothing is known.</param>
/// <param name="Classes">Its possible classes.</param>
internal sealed record Caught(SendStep? Send, FailureModel? Model, ulong Classes)
{
    /// <summary>An unknown failure.</summary>
    public static readonly Caught Anything = new(null, null, 0);
}
