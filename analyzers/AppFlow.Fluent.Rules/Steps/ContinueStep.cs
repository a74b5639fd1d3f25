using AppFlow.Fluent.Rules.Terms;

namespace AppFlow.Fluent.Rules.Steps;

/// <summary>A handler reads the token of the failed call, other than to print or log it: the call is continued and not restarted.</summary>
/// <param name="failure">What was caught.</param>
internal sealed class ContinueStep(Term failure) : Step
{
    public Term Failure { get; } = failure;

    /// <summary>
    /// Whether the handler is only asked something unknown about the failure: the path that its answer chooses is in doubt, other paths through the
    /// handler are not.
    /// </summary>
    public bool IsInDoubt { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Term> Reads => [Failure];

    /// <inheritdoc/>
    public override string ToString() => $"{(IsInDoubt ? "doubt" : "continue")} {Failure}";
}
