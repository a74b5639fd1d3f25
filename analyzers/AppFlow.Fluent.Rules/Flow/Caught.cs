using AppFlow.Fluent.Rules.Shapes;
using AppFlow.Fluent.Rules.Steps;

namespace AppFlow.Fluent.Rules.Flow;

/// <summary>What a handler caught: the failure of a send, or of something else.</summary>
/// <param name="Send">The send that failed; null for anything else.</param>
/// <param name="Model">What its classes of failures mean; null where nothing is known of it.</param>
/// <param name="Classes">The classes that it may be of.</param>
internal sealed record Caught(SendStep? Send, FailureModel? Model, ulong Classes)
{
    /// <summary>The failure of something of which nothing is known.</summary>
    public static readonly Caught Anything = new(null, null, 0);
}
